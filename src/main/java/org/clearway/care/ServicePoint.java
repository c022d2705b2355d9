// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Service;
import org.clearway.language.Names;
import org.clearway.language.Problem;

/// A place where people are given what they need, or a store that gives nothing out. Telling it again restates it
/// whole.
///
/// @param crossing the crossing that it stands at, if it stands at one
/// @param services transport is not among them: people are counted into vehicles where they board
/// @param equipment what it is announced to have; what is not named is not announced
/// @param recipes what each service takes from the point's stock
public record ServicePoint(
        PointId id,
        CorridorId corridor,
        Optional<CrossingId> crossing,
        Names names,
        Set<Service> services,
        Map<Equipment, Long> equipment,
        List<Recipe> recipes) {
    /// @throws Problem `care.transport-elsewhere`, `care.quantity`, `care.recipe-twice`, `care.recipe-of-no-service`
    public ServicePoint {
        services = Ordered.set(Service.class, services);
        equipment = Ordered.map(Equipment.class, equipment);
        recipes = List.copyOf(recipes);
        if (services.contains(Service.TRANSPORT)) throw Problem.of("care.transport-elsewhere", "point", id);
        equipment.values().forEach(Ordered::requireCount);
        var seen = new EnumMap<Service, Set<ItemCode>>(Service.class);
        for (Recipe recipe : recipes) {
            if (!services.contains(recipe.service())) {
                throw Problem.of("care.recipe-of-no-service", "service", recipe.service());
            }
            if (!seen.computeIfAbsent(recipe.service(), service -> new HashSet<>())
                    .add(recipe.item())) {
                throw Problem.of("care.recipe-twice", "item", recipe.item());
            }
        }
    }
}
