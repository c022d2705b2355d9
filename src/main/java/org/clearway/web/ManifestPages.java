// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.List;
import java.util.stream.IntStream;
import org.clearway.access.Deed;
import org.clearway.journal.Journal;
import org.clearway.transport.FromElsewhere;
import org.clearway.transport.Manifest;
import org.clearway.transport.Manifests;
import org.clearway.transport.Trip;
import org.clearway.transport.Trips;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// A manifest to be printed, and to go with its vehicle: as square codes on paper, and as a file.
@Controller
final class ManifestPages {
    private final Trips trips;
    private final Manifests manifests;
    private final TripOf tripOf;
    private final Journal journal;

    ManifestPages(Trips trips, Manifests manifests, TripOf tripOf, Journal journal) {
        this.trips = trips;
        this.manifests = manifests;
        this.tripOf = tripOf;
        this.journal = journal;
    }

    /// The manifest as it is sealed. The groups of this node's key stand on the screen and not on the
    /// paper: what comes with a manifest proves nothing of it, so they are read out to who receives it.
    @Needs(Deed.READ_TRIPS)
    @GetMapping("/boarding/{trip}/manifest")
    ModelAndView manifest(Visit visit, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        Manifest manifest = trips.manifest(visit.actor(), journal.now(), at.id());
        Words words = visit.words();
        return page("boarding/manifest", visit, at, manifest)
                .addObject("why", manifest.why().map(words::say).orElse(""))
                .addObject(
                        "lines",
                        manifest.households().stream()
                                .map(one -> new Line(LoadWords.of(one.load(), words), one.part()))
                                .toList())
                .addObject("counted", manifest.counted().people() > 0 ? LoadWords.of(manifest.counted(), words) : "")
                .addObject("total", LoadWords.of(manifest.load(), words))
                .addObject("carriable", at.carriable())
                .addObject("key", manifests.key().groups())
                .addObject(
                        "from",
                        at.elsewhere().map(FromElsewhere::node).map(words::name).orElse(""))
                .addObject(
                        "sealing",
                        BoardingPages.sealing(
                                at.sealing().filter(any -> at.amending().isEmpty()), words));
    }

    /// @param part whether others of the same household travel apart
    record Line(String who, boolean part) {}

    /// @param number of the code, as it stands beside it
    record Code(int number, SquareCode square) {}

    /// The manifest as square codes, each with its number, to go with the driver.
    @Needs(Deed.READ_TRIPS)
    @GetMapping("/boarding/{trip}/manifest/codes")
    ModelAndView codes(Visit visit, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        List<String> texts = manifests.codes(visit.actor(), journal.now(), at.id());
        Manifest manifest = trips.manifest(visit.actor(), journal.now(), at.id());
        return page("boarding/codes", visit, at, manifest)
                .addObject("people", manifest.load().people())
                .addObject(
                        "codes",
                        IntStream.range(0, texts.size())
                                .mapToObj(place -> new Code(place + 1, SquareCode.of(texts.get(place))))
                                .toList());
    }

    private ModelAndView page(String view, Visit visit, Trip trip, Manifest manifest) {
        return new ModelAndView(view)
                .addObject("line", tripOf.line(visit, trip))
                .addObject("path", "/boarding/" + trip.id() + "/manifest")
                .addObject("version", manifest.version())
                .addObject("digest", manifest.digest().brief());
    }

    /// The same as a file. Its name tells the vehicle and the version, and no time.
    @Needs(Deed.READ_TRIPS)
    @GetMapping("/boarding/{trip}/manifest/file")
    ResponseEntity<byte[]> file(Visit visit, @PathVariable String trip) {
        Trip at = tripOf.at(visit, trip);
        byte[] file = manifests.file(visit.actor(), journal.now(), at.id());
        String name = "manifest-" + at.vehicle() + "-version-" + at.version() + ".clearway";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(file);
    }
}
