// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.language.Wording;
import org.clearway.scenario.StoryPlayer;
import org.clearway.web.Stepper;

/// Steps a story from its pages: forward by telling on, back by beginning again on a fresh folder. A journal cannot
/// forget, so what was done by hand since then is left behind with the old one.
final class StoryStepper implements Stepper {
    private static final List<Integer> PACES = List.of(0, 1, 10, 60, 600);

    /// How often a simulated day is told on to where its clock stands.
    private static final Duration TICK = Duration.ofSeconds(1);

    private final StoryPlayer story;
    private final Consumer<Instant> back;

    /// @param back begins the story again, told up to an earlier moment
    StoryStepper(StoryPlayer story, Consumer<Instant> back) {
        this.story = story;
        this.back = back;
    }

    @Override
    public List<Moment> moments() {
        return story.stops().stream()
                .map(stop -> new Moment(stop.at(), title(stop)))
                .toList();
    }

    @Override
    public Step step(Actor actor, Instant to) {
        actor.must(Deed.STEP_SCENARIO);
        if (to.isBefore(story.now())) {
            back.accept(to);
            return Step.BEGINS_AGAIN;
        }
        tellOn(to);
        return Step.TOLD_ON;
    }

    /// Lets a day that goes on by itself do so, until it is closed; any other story waits for whoever steps it.
    Ticking ticking() {
        return story.scenario().isSimulated() ? Ticking.every(TICK, this::goOn) : Ticking.never();
    }

    /// Goes on up to where the story's clock stands by now.
    private void goOn() {
        tellOn(story.now());
    }

    /// Who practises may have done what keeps something of the story from happening: that is noted, and no more.
    private void tellOn(Instant to) {
        story.playTo(
                to,
                refused -> System.getLogger(StoryStepper.class.getName())
                        .log(System.Logger.Level.INFO, refused.getMessage()));
    }

    @Override
    public List<Integer> paces() {
        return story.scenario().isSimulated() ? PACES : List.of();
    }

    @Override
    public int pace() {
        return story.pace();
    }

    @Override
    public void pace(Actor actor, int times) {
        actor.must(Deed.STEP_SCENARIO);
        if (!PACES.contains(times)) throw Problem.of("web.pace-unknown", "value", times);
        story.pace(times);
    }

    private static Names title(StoryPlayer.Stop stop) {
        var names = new EnumMap<Language, String>(Language.class);
        for (Language language : Language.offered()) {
            names.put(
                    language,
                    Wording.of(language)
                            .say("command.story-stop", Map.of("why", stop.why().name(), "items", stop.items())));
        }
        return new Names(names);
    }
}
