// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.Optional;

/// Whether to order, and how much: the formulas of the USAID DELIVER Logistics Handbook (practice §4.1).
///
/// @param consumption what was given out in the last periods
/// @param periods how many periods that was, 1 to 3
/// @param supplyTenths how many tenths of a period the stock lasts (its "months of stock"); empty where nothing is used
/// @param least the level at which to order, and most the level up to which
/// @param emergency the level at which an order that takes the longest lead time comes only just in time
/// @param order most − on hand − on order, never below zero
public record Ordering(
        OrderLevels levels,
        long onHand,
        long onOrder,
        long consumption,
        int periods,
        Optional<Long> supplyTenths,
        long least,
        long most,
        long emergency,
        long order) {

    static Ordering of(OrderLevels levels, long onHand, long onOrder, long consumption, int periods) {
        long most = ceil(levels.maxPeriods() * consumption, periods);
        return new Ordering(
                levels,
                onHand,
                onOrder,
                consumption,
                periods,
                consumption == 0 ? Optional.empty() : Optional.of(onHand * periods * 10 / consumption),
                ceil(levels.minPeriods() * consumption, periods),
                most,
                ceil(levels.leadDays() * consumption, (long) periods * levels.periodDays()),
                Math.max(0, most - onHand - onOrder));
    }

    /// What is on its way counts: it was ordered.
    public Urgency urgency() {
        if (consumption == 0 || onHand + onOrder > Math.max(least, emergency)) return Urgency.ENOUGH;
        return onHand + onOrder > emergency ? Urgency.ORDER : Urgency.EMERGENCY;
    }

    /// Whether to order now.
    public enum Urgency {
        ENOUGH,
        ORDER,
        EMERGENCY
    }

    private static long ceil(long number, long by) {
        return Math.ceilDiv(number, by);
    }
}
