// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.access.Deed;
import org.clearway.accounts.Device;
import org.clearway.accounts.DeviceId;
import org.clearway.accounts.Devices;
import org.clearway.journal.Journal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Machines from which people sign in: everybody's own, and all of them for who manages accounts.
@Controller
final class DevicePages {
    private final Devices devices;
    private final Journal journal;

    DevicePages(Devices devices, Journal journal) {
        this.devices = devices;
        this.journal = journal;
    }

    @Needs(value = Deed.READ_PUBLISHED, signedIn = true)
    @GetMapping("/devices")
    ModelAndView list(
            Visit visit,
            Form form,
            HttpServletRequest request,
            @RequestParam(required = false) Optional<String> named,
            @RequestParam(required = false) Optional<String> lost,
            @RequestParam(required = false) Optional<String> readmitted) {
        String notice = named.map(any -> "accounts.devices.named-now")
                .or(() -> lost.map(any -> "accounts.devices.lost-now"))
                .or(() -> readmitted.map(any -> "accounts.devices.readmitted-now"))
                .orElse("");
        return page(visit, form, request).addObject("notice", notice);
    }

    @Needs(value = Deed.READ_PUBLISHED, signedIn = true)
    @PostMapping("/devices/{device}/name")
    ModelAndView name(Visit visit, Form form, HttpServletRequest request, @PathVariable String device) {
        boolean done = form.attempt(() -> devices.name(visit.actor(), DeviceId.parse(device), form.text("label")));
        return done ? Pages.seeOther("/devices?named") : Pages.again(page(visit, form, request));
    }

    @Needs(value = Deed.READ_PUBLISHED, signedIn = true)
    @PostMapping("/devices/{device}/lost")
    ModelAndView lost(Visit visit, Form form, HttpServletRequest request, @PathVariable String device) {
        boolean done = form.attempt(() -> devices.lost(visit.actor(), form.act(), DeviceId.parse(device)));
        return done ? Pages.seeOther("/devices?lost") : Pages.again(page(visit, form, request));
    }

    @Needs(Deed.MANAGE_ACCOUNTS)
    @PostMapping("/devices/{device}/readmit")
    ModelAndView readmit(Visit visit, Form form, HttpServletRequest request, @PathVariable String device) {
        boolean done = form.attempt(() -> devices.readmit(visit.actor(), form.act(), DeviceId.parse(device)));
        return done ? Pages.seeOther("/devices?readmitted") : Pages.again(page(visit, form, request));
    }

    private ModelAndView page(Visit visit, Form form, HttpServletRequest request) {
        Optional<DeviceId> here = Optional.ofNullable(request.getSession(false)).flatMap(DeviceDesk::device);
        return new ModelAndView("accounts/devices")
                .addObject("form", form)
                .addObject("notice", "")
                .addObject("days", Devices.KEPT.toDays())
                .addObject(
                        "devices",
                        devices.list(visit.actor()).stream()
                                .map(device -> row(visit, device, here))
                                .toList());
    }

    private Row row(Visit visit, Device device, Optional<DeviceId> here) {
        Words words = visit.words();
        return new Row(
                device.id().toString(),
                device.label(),
                words.say(
                        "accounts.devices.seen",
                        Map.of(
                                "first",
                                words.day(device.firstSeen()),
                                "last",
                                words.day(device.lastSeen()),
                                "origin",
                                device.origin())),
                device.accounts().stream().map(AccountId::name).toList(),
                device.lostBy().map(AccountId::name).orElse(""),
                here.filter(device.id()::equals).isPresent(),
                journal.ids().next().toString());
    }

    /// @param lostBy who reported it lost, or empty
    /// @param here whether it is the very machine that shows this page
    record Row(String id, String label, String seen, List<String> accounts, String lostBy, boolean here, String act) {}
}
