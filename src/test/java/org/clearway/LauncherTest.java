// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./clearway` itself, in a folder of its own whose name holds a space, with a JDK and a Maven that only note what
/// they
/// were asked. The stub of Maven "builds" and the stub of Java "unpacks", so the script goes its whole way.
class LauncherTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    Path temp;

    private Path project;
    private Path tools;
    private Path jdks;
    private Path notes;

    private record Run(int exitCode, String out, String err) {}

    @BeforeEach
    void aCloneWithSourcesAndTools() throws IOException {
        project = Files.createDirectories(temp.resolve("a clone"));
        tools = Files.createDirectories(temp.resolve("tools"));
        jdks = Files.createDirectories(temp.resolve("the jdks"));
        notes = temp.resolve("notes");
        Files.copy(Path.of("clearway"), project.resolve("clearway"));
        Files.createDirectories(project.resolve("src/main"));
        Files.writeString(project.resolve("src/main/Source.java"), "source");
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        aServer("echo postgresql://somebody@127.0.0.1:1/postgres");
        for (String tool : List.of(
                "sh",
                "dirname",
                "readlink",
                "sed",
                "head",
                "cat",
                "mkdir",
                "rm",
                "rmdir",
                "mv",
                "cp",
                "find",
                "grep",
                "tail",
                "tee",
                "awk",
                "sleep",
                "wc",
                "touch",
                "chmod",
                "mktemp",
                "id")) {
            Files.createSymbolicLink(tools.resolve(tool), findOnPath(tool));
        }
    }

    @Test
    void aFreshCloneIsBuiltAndThenRunWithWhatWasAsked() throws Exception {
        aJdk("jdk-25", "25.0.3");
        maven("3.8.7");

        Run run = clearway("bulletin", "--day", "2019-09-14", "two words");

        assertThat(run).isEqualTo(new Run(0, "the product\n", run.err));
        assertThat(run.err).contains("Building Clearway").contains("Built.");
        assertThat(notes()).hasSize(3);
        assertThat(notes().get(0)).startsWith("mvn").contains("package").contains(project.resolve("pom.xml") + "");
        assertThat(notes().get(1)).contains("jarmode=tools");
        assertThat(notes().get(2)).endsWith("[bulletin] [--day] [2019-09-14] [two words]");
    }

    @Test
    void whatIsBuiltIsNotBuiltAgain() throws Exception {
        aJdk("jdk-25", "25.0.3");
        maven("3.8.7");
        clearway("help");
        Files.delete(notes);

        Run run = clearway("help");

        assertThat(run.err).isEmpty();
        assertThat(notes()).hasSize(1);
    }

    @Test
    void aSourceThatIsNewerThanTheBuildIsBuilt() throws Exception {
        aJdk("jdk-25", "25.0.3");
        maven("3.8.7");
        clearway("help");
        Files.setLastModifiedTime(project.resolve("target/built"), FileTime.from(LONG_AGO));

        assertThat(clearway("help").err).contains("Building Clearway");
    }

    @Test
    void theJdkOfJavaHomeIsTakenWhenItIsNewEnough() throws Exception {
        aJdk("jdk-25", "25.0.3");
        Path wanted = aJdk("jdk-26", "26");
        maven("3.8.7");

        clearway(Map.of("JAVA_HOME", wanted.toString()), "help");

        assertThat(notes()).last().asString().startsWith(wanted.toString());
    }

    @Test
    void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
        Path old = aJdk("jdk-17", "17.0.15");
        Path wanted = aJdk("jdk-25", "25.0.3");
        maven("3.8.7");

        Run run = clearway(Map.of("JAVA_HOME", old.toString()), "help");

        assertThat(run.exitCode).isZero();
        assertThat(notes()).last().asString().startsWith(wanted.toString());
    }

    @Test
    void aJdkWithoutAReleaseFileIsAskedForItsVersion() throws Exception {
        Path wanted = aJdk("jdk-25", "25.0.3");
        Files.delete(wanted.resolve("release"));
        maven("3.8.7");

        assertThat(clearway("help").exitCode).isZero();
    }

    @Test
    void withoutAJdkItSaysWhatItLookedAtAndHowToGetOne() throws Exception {
        Path old = aJdk("jdk-17", "17.0.15");
        maven("3.8.7");

        Run run = clearway(Map.of("JAVA_HOME", old.toString()), "demo");

        assertThat(run.exitCode).isEqualTo(3);
        assertThat(run.out).isEmpty();
        assertThat(run.err)
                .contains("needs a JDK 25")
                .contains("JAVA_HOME: " + old + " is JDK 17")
                .contains("apt-get install");
        assertThat(notes).doesNotExist();
    }

    @Test
    void aJreIsNoJdk() throws Exception {
        Files.delete(aJdk("jre-25", "25.0.3").resolve("bin/javac"));
        maven("3.8.7");

        assertThat(clearway("demo").exitCode).isEqualTo(3);
    }

    @Test
    void withoutMavenItSaysHowToGetIt() throws Exception {
        aJdk("jdk-25", "25.0.3");

        Run run = clearway("demo");

        assertThat(run.exitCode).isEqualTo(3);
        assertThat(run.err).contains("Maven 3.8").contains("apt-get install maven");
    }

    @Test
    void aMavenThatIsTooOldIsNamed() throws Exception {
        aJdk("jdk-25", "25.0.3");
        maven("3.6.3");

        Run run = clearway("demo");

        assertThat(run.exitCode).isEqualTo(3);
        assertThat(run.err).contains(tools.resolve("mvn") + " is Maven 3.6.3");
    }

    @Test
    void aBuildThatFailsShowsWhyAndWhereTheLogIs() throws Exception {
        aJdk("jdk-25", "25.0.3");
        script(tools.resolve("mvn"), """
                case $* in *-v*) echo 'Apache Maven 3.8.7'; exit 0 ;; esac
                echo '[ERROR] Source.java:[1,1] class expected'
                exit 1
                """);

        Run run = clearway("demo");

        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.out).isEmpty();
        assertThat(run.err).contains("class expected").contains("target/build.log");
        assertThat(clearway("demo").exitCode).as("still not built").isEqualTo(1);
    }

    @Test
    void itWorksThroughALinkAndFromAnywhere() throws Exception {
        aJdk("jdk-25", "25.0.3");
        maven("3.8.7");
        Path link = Files.createSymbolicLink(temp.resolve("link"), Path.of("a clone/clearway"));

        Run run = run(Map.of(), List.of(link.toString(), "help"));

        assertThat(run.exitCode).as(run.err).isZero();
        assertThat(project.resolve("target/app/clearway.jar")).exists();
    }

    @Test
    void twoAtOnceBuildOnce() throws Exception {
        aJdk("jdk-25", "25.0.3");
        maven("3.8.7");
        var started = new ArrayList<Process>();
        for (int i = 0; i < 4; i++) {
            started.add(process(Map.of(), List.of(project.resolve("clearway").toString(), "help"))
                    .redirectErrorStream(true)
                    .redirectOutput(temp.resolve("out " + i).toFile())
                    .start());
        }
        for (Process process : started) assertThat(process.waitFor()).isZero();

        assertThat(notes()).filteredOn(note -> note.startsWith("mvn")).hasSize(1);
    }

    @Test
    void theLockOfABuildThatDiedIsTakenOver() throws Exception {
        aJdk("jdk-25", "25.0.3");
        maven("3.8.7");
        Process dead = new ProcessBuilder(tools.resolve("sh").toString(), "-c", "exit 0").start();
        dead.waitFor();
        Files.createDirectories(project.resolve("target/.building"));
        Files.writeString(project.resolve("target/.building/pid"), dead.pid() + "\n");

        assertThat(clearway("help").exitCode).isZero();
        assertThat(project.resolve("target/.building")).doesNotExist();
    }

    @Test
    void theExitCodeOfTheProgramIsTheExitCodeOfTheScript() throws Exception {
        aJdk("jdk-25", "25.0.3");
        maven("3.8.7");

        assertThat(clearway("fail-with-2").exitCode).isEqualTo(2);
    }

    @Test
    void whatTuneMadeIsUsedUntilTheNextBuild() throws Exception {
        aJdk("jdk-25", "25.0.3");
        maven("3.8.7");
        assertThat(clearway("tune").exitCode).isZero();

        clearway("help");
        assertThat(notes()).last().asString().contains("-XX:AOTCache=" + project.resolve("target/app/clearway.aot"));

        Files.setLastModifiedTime(project.resolve("target/built"), FileTime.from(LONG_AGO));
        clearway("help");
        assertThat(notes()).last().asString().doesNotContain("AOTCache");
    }

    @Test
    void verifyAndTuneSayWhatTheyAreForAndRefuseWhatTheyDoNotKnow() throws Exception {
        for (String command : List.of("verify", "tune")) {
            assertThat(clearway(command, "--help").out).startsWith("Usage: ./clearway " + command);
            Run wrong = clearway(command, "--quick");
            assertThat(wrong.exitCode).isEqualTo(2);
            assertThat(wrong.err).contains("--quick");
        }
    }

    @Test
    void verifyCountsTheTestsAndTheChecksAndEndsWithThePlainLine() throws Exception {
        testsThatReport("<testcase name=\"a\" classname=\"org.T\"/>", "<testcase name=\"b\" classname=\"org.T\"/>");

        Run run = clearway("verify");

        assertThat(run.exitCode).as(run.out).isZero();
        assertThat(run.out).contains("Tests: 2 passed, 0 failed, 0 skipped.").endsWith("\n4 passed, 0 failed\n");
        assertThat(project.resolve("target/app/clearway.jar"))
                .as("what was verified is built")
                .exists();
    }

    @Test
    void aTestThatFailsIsNamed() throws Exception {
        testsThatReport("<testcase name=\"a\" classname=\"org.T\">", "<failure message=\"no\"/>", "</testcase>");

        Run run = clearway("verify");

        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.out).contains("FAILED   org.T.a").endsWith("\n2 passed, 1 failed\n");
    }

    @Test
    void aTestThatIsSkippedWithoutSayingWhyFails() throws Exception {
        testsThatReport("<testcase name=\"a\" classname=\"org.T\">", "<skipped/>", "</testcase>");

        Run run = clearway("verify");

        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.out).contains("FAILED   org.T.a: skipped without saying why");
    }

    @Test
    void whatTheMachineLacksIsListedAndFailsOnTheBuildMachine() throws Exception {
        testsThatReport("<testcase name=\"a\" classname=\"org.T\">", "<skipped/>", "</testcase>");
        notRun("machine", "org.T", "No browser.", "Install one.");

        Run here = clearway("verify");
        assertThat(here.exitCode).as(here.out).isZero();
        assertThat(here.out)
                .contains("NOT RUN  org.T: No browser. To get it: Install one.")
                .endsWith("\n2 passed, 0 failed, 1 skipped\n");

        Run there = clearway(Map.of("CI", "true"), "verify");
        assertThat(there.exitCode).isEqualTo(1);
        assertThat(there.out).endsWith("\n2 passed, 1 failed\n");
    }

    @Test
    void referenceDataMayBeAbsentEverywhere() throws Exception {
        testsThatReport("<testcase name=\"a\" classname=\"org.T\">", "<skipped/>", "</testcase>");
        notRun("reference", "org.T", "No reference data.", "Copy it.");

        Run run = clearway(Map.of("CI", "true"), "verify");

        assertThat(run.exitCode).as(run.out).isZero();
        assertThat(run.out).endsWith("\n2 passed, 0 failed, 1 skipped\n");
    }

    @Test
    void aWholeClassThatSaidItCouldNotRunCountsOnTheBuildMachineToo() throws Exception {
        testsThatReport("<testcase name=\"a\" classname=\"org.T\"/>");
        notRun("machine", "org.Lacking", "No browser.", "Install one.");

        assertThat(clearway("verify").exitCode).isZero();
        assertThat(clearway(Map.of("CI", "true"), "verify").out)
                .contains("FAILED   org.Lacking: NOT RUN, and CI=true")
                .endsWith("\n3 passed, 1 failed\n");
    }

    @Test
    void sourcesThatDoNotCompileAreAFailureAndNotAnEmptySuccess() throws Exception {
        testsThatReport();

        Run run = clearway("verify");

        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.out).contains("no test was run").endsWith("\n1 passed, 1 failed\n");
    }

    @Test
    void everyTestRunsOnceMoreOnAServer() throws Exception {
        testsThatReport("<testcase name=\"a\" classname=\"org.T\"/>");

        clearway("verify");

        assertThat(notes())
                .filteredOn(note -> note.startsWith("mvn") && note.contains("surefire:test"))
                .singleElement()
                .asString()
                .contains("clearway.database=postgresql://somebody@127.0.0.1:1/postgres")
                .doesNotContain("-Dtest");
    }

    @Test
    void aClassThatRanOnFilesAloneFailsUnlessItIsListed() throws Exception {
        testsThatReport("<testcase name=\"a\" classname=\"org.T\"/>");
        Files.writeString(temp.resolve("files-alone"), "");
        Run run = clearway("verify");
        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.out)
                .contains("Run on files alone, and not listed in src/test/one-database.tsv: org.T")
                .contains("FAILED   on-both-databases");

        Files.writeString(
                project.resolve("src/test/one-database.tsv"), "files\torg.T#a\tone method\nfiles\torg.To\tanother\n");
        assertThat(clearway("verify").exitCode).isEqualTo(1);

        Files.writeString(project.resolve("src/test/one-database.tsv"), "files\torg.T\treads the very files\n");
        assertThat(clearway("verify").exitCode).isZero();
    }

    @Test
    void aServerThatIsMissingIsListedAndFailsOnTheBuildMachine() throws Exception {
        testsThatReport("<testcase name=\"a\" classname=\"org.T\"/>");
        aServer("exit 3");

        Run here = clearway("verify");
        assertThat(here.exitCode).as(here.out).isZero();
        assertThat(here.out).contains("NOT RUN  server: There is no PostgreSQL 15 or newer.");
        assertThat(clearway(Map.of("CI", "true"), "verify").out).contains("FAILED   server: NOT RUN, and CI=true");
    }

    @Test
    void aServerThatDoesNotStartIsAFailure() throws Exception {
        testsThatReport("<testcase name=\"a\" classname=\"org.T\"/>");
        aServer("[ \"$1\" != start ]");

        Run run = clearway("verify");
        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.out).contains("FAILED   server");
    }

    // --- the stubs ---

    /// What starts and stops the server for tests.
    private void aServer(String does) throws IOException {
        Path script = project.resolve("src/test/postgres.sh");
        Files.createDirectories(script.getParent());
        Files.writeString(script, does + "\n");
    }

    /// A Maven whose tests leave these lines in their report.
    private void testsThatReport(String... lines) throws IOException {
        aJdk("jdk-25", "25.0.3");
        Path report = temp.resolve("report.xml");
        Files.write(report, List.of(lines));
        script(tools.resolve("mvn"), """
                case $* in *-v*) echo 'Apache Maven 3.8.7'; exit 0 ;; esac
                case $* in *spotless:check*) exit 0 ;; esac
                echo "mvn $*" >>"$NOTES"
                folder='%1$s'
                mkdir -p "$folder/surefire-reports"
                case $* in
                    *surefire:test*) [ -f '%4$s' ] || : >"$folder/surefire-reports/TEST-org.T-PostgreSQL.xml" ;;
                    *) cp '%2$s' "$folder/surefire-reports/TEST-org.T.xml" ;;
                esac
                if [ -f '%3$s' ]; then cp '%3$s' "$folder/not-run.txt"; fi
                if grep -q '<failure' '%2$s'; then exit 1; fi
                """.formatted(
                        project.resolve("target"), report, temp.resolve("not-run"), temp.resolve("files-alone")));
    }

    private void notRun(String... parts) throws IOException {
        Files.writeString(temp.resolve("not-run"), String.join("\t", parts) + "\n");
    }

    private Path aJdk(String name, String version) throws IOException {
        Path jdk = jdks.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Stub\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(jdk.resolve("bin/javac"), "exit 0\n");
        script(jdk.resolve("bin/java"), """
                case $1 in -version) echo 'openjdk version "%s" 2026-01-01' >&2; exit 0 ;; esac
                { printf '%%s' "$0"; for argument in "$@"; do printf ' [%%s]' "$argument"; done; echo; } >>"$NOTES"
                for argument in "$@"; do
                    case $argument in
                        -Djarmode=tools) unpack=yes ;;
                        -XX:AOTCacheOutput=*) echo cache >"${argument#*=}" ;;
                        fail-with-2) exit 2 ;;
                    esac
                    last=$argument
                done
                if [ -n "${unpack:-}" ]; then mkdir -p "$last"; touch "$last/clearway.jar"; exit 0; fi
                echo 'the product'
                """.formatted(version));
        return jdk;
    }

    private void maven(String version) throws IOException {
        script(tools.resolve("mvn"), """
                case $* in *-v*) echo 'Apache Maven %s'; exit 0 ;; esac
                { printf 'mvn'; for argument in "$@"; do printf ' [%%s]' "$argument"; done; echo; } >>"$NOTES"
                """.formatted(version));
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path findOnPath(String tool) {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            Path candidate = Path.of(folder, tool);
            if (Files.isExecutable(candidate)) return candidate;
        }
        throw new IllegalStateException("There is no " + tool + " on the PATH.");
    }

    private Run clearway(String... arguments) throws Exception {
        return clearway(Map.of(), arguments);
    }

    private Run clearway(Map<String, String> environment, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(project.resolve("clearway").toString()));
        command.addAll(List.of(arguments));
        return run(environment, command);
    }

    private Run run(Map<String, String> environment, List<String> command) throws Exception {
        Path out = Files.createTempFile(temp, "out", "");
        Path err = Files.createTempFile(temp, "err", "");
        int exitCode = process(environment, command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Run(exitCode, Files.readString(out), Files.readString(err));
    }

    /// The script under the machine's `sh`, with nothing of this machine but the tools named above.
    private ProcessBuilder process(Map<String, String> environment, List<String> command) {
        var whole = new ArrayList<>(List.of(tools.resolve("sh").toString()));
        whole.addAll(command);
        var builder = new ProcessBuilder(whole).directory(temp.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(new TreeMap<>(Map.of(
                        "PATH", tools.toString(),
                        "HOME", temp.resolve("nobody").toString(),
                        "CLEARWAY_JDKS", jdks.toString(),
                        "NOTES", notes.toString())));
        builder.environment().putAll(environment);
        return builder;
    }

    private List<String> notes() throws IOException {
        return Files.readAllLines(notes, UTF_8);
    }
}
