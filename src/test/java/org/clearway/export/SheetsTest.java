// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.clearway.journal.StoryKind;
import org.clearway.language.Language;
import org.clearway.language.Wording;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files as a spreadsheet program, or another one, reads them; none holds records of single households (rule 10).
class SheetsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Damascus");
    private static final Instant KNOWN = Instant.parse("2019-09-14T12:00:00Z");
    private static final String ARABIC = "معبر أبو الظهور، «جنوب»\u200f";

    @Test
    void csvInArabicIsReadBackLetterByLetter() {
        byte[] file = csv(Language.AR, line(Language.AR).text(ARABIC).figure(34).text("a\"b,c"));
        assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
        List<List<String>> read = read(file);
        assertThat(read.getFirst().getFirst()).isEqualTo("الرقم");
        assertThat(read.get(2)).startsWith("1", ARABIC, "34", "a\"b,c");
        assertThat(new String(file, StandardCharsets.UTF_8).replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void timesSayHowFarFromUtcTheyAreAndDigitsAreWesternInEveryLanguage() {
        byte[] file = csv(
                Language.AR,
                line(Language.AR)
                        .moment(KNOWN)
                        .day(LocalDate.parse("2019-09-14"))
                        .figure(-1250));
        assertThat(read(file).get(2)).startsWith("1", "2019-09-14T15:00:00+03:00", "2019-09-14", "-1250");
    }

    @Test
    void whatNobodyToldIsAnEmptyCellThatSaysSoAndZeroIsZero() {
        byte[] file = csv(
                Language.EN,
                line(Language.EN).maybe(Optional.empty()),
                line(Language.EN).maybe(Optional.of(0L)));
        assertThat(read(file).get(2)).startsWith("1", "", "no");
        assertThat(read(file).get(3)).startsWith("2", "0", "yes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://example.org\",\"x\")",
                "+1+1",
                "-2+3",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "  =1+1",
                "\uff1d1+1",
                "=cmd|'/c calc'!A0",
                "\u202e=1+1",
                "\ufeff=1+1"
            })
    void noTextBecomesAFormula(String text) {
        String cell =
                read(csv(Language.EN, line(Language.EN).text(text))).get(2).get(1);
        assertThat(cell).startsWith("'").doesNotContain("\t", "\r", "\u202e", "\ufeff");
        byte[] workbook = xlsx(Language.EN, line(Language.EN).text(text));
        assertThat(part(workbook, "xl/worksheets/sheet2.xml")).doesNotContain("<f>", "<f ");
        Row row = rows(workbook, 1).get(2);
        assertThat(row.getCell(1).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(1).getText()).isEqualTo(CellText.clean(text));
    }

    @Test
    void signsThatTurnTheOrderOfLettersAreTakenOutAndThoseThatJoinThemStay() {
        assertThat(CellText.clean("gate\u202etxt.exe\u202c \u2067x\u2069")).isEqualTo("gatetxt.exe x");
        assertThat(CellText.clean("می\u200cخواهم\u200f\u0000\u0007\u009b")).isEqualTo("می\u200cخواهم\u200f");
        assertThat(CellText.clean("a\ud800b \ud83d\udea7")).isEqualTo("ab \ud83d\udea7");
    }

    @Test
    void theLastLineSaysThatTheFileIsWhole() throws IOException {
        byte[] file =
                csv(Language.EN, line(Language.EN).figure(1), line(Language.EN).figure(2));
        assertThat(read(file).getLast().getFirst()).isEqualTo("END 2");
        var out = new ByteArrayOutputStream();
        var broken = new CsvSheet(out, about(Language.EN, Optional.empty()));
        broken.take(line(Language.EN).figure(1));
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("END");
    }

    @ParameterizedTest
    @EnumSource(names = {"EN", "AR"})
    void aWorkbookHoldsNumbersAsNumbersAndDatesAsDates(Language language) {
        byte[] workbook = xlsx(
                language,
                line(language)
                        .text(ARABIC)
                        .figure(34)
                        .moment(KNOWN)
                        .day(LocalDate.parse("2019-09-14"))
                        .text("007"));
        Row row = rows(workbook, 1).get(2);
        assertThat(row.getCell(0).asNumber().longValue()).isEqualTo(1);
        assertThat(row.getCell(1).getText()).isEqualTo(ARABIC);
        assertThat(row.getCell(2).asNumber().longValue()).isEqualTo(34);
        assertThat(row.getCell(3).asDate()).isEqualTo(LocalDateTime.parse("2019-09-14T15:00"));
        assertThat(row.getCell(4).asDate()).isEqualTo(LocalDateTime.parse("2019-09-14T00:00"));
        assertThat(row.getCell(5).getText()).isEqualTo("007");
        assertThat(rows(workbook, 1).getLast().getCell(0).getText()).isEqualTo("END 1");
        String sheet = part(workbook, "xl/worksheets/sheet2.xml");
        assertThat(sheet).contains("state=\"frozen\"");
        assertThat(sheet.contains("rightToLeft=\"1\"") || sheet.contains("rightToLeft=\"true\""))
                .isEqualTo(language.rightToLeft());
    }

    @ParameterizedTest
    @EnumSource(names = {"EN", "AR"})
    void theFirstSheetSaysHowToReadTheTable(Language language) {
        Wording words = Wording.of(language);
        List<Row> rows = rows(xlsx(language, line(language).figure(1)), 0);
        List<String> said = rows.stream().map(row -> row.getCell(1).getText()).toList();
        assertThat(said)
                .contains(
                        words.say(Table.GATE_HOURS),
                        "2019-09-13 – 2019-09-14",
                        "2019-09-14T15:00+03:00",
                        "Asia/Damascus (UTC+3)",
                        "0123456789ab.cdef",
                        words.say("export.restricted"),
                        words.say("export.unknown-rule"),
                        words.say("export.claims-rule"))
                .doesNotContain(words.say("export.marked.EXERCISE"), words.say("export.marked.RECONSTRUCTION"));
    }

    @ParameterizedTest
    @EnumSource(StoryKind.class)
    void aFileOfAStorySaysThatItIsNoReport(StoryKind story) {
        About about = about(Language.EN, Optional.of(story));
        List<Line> lines = List.of(line(Language.EN).figure(1));
        byte[] csv = file(Format.CSV, about, lines);
        assertThat(read(csv).getFirst().getFirst()).contains(story.name());
        assertThat(read(csv).getLast().getFirst()).contains(story.name());
        assertThat(rows(file(Format.XLSX, about, lines), 0)
                        .getFirst()
                        .getCell(1)
                        .getText())
                .isEqualTo(Wording.of(Language.EN).say("export.marked." + story));
    }

    @Test
    void everyTableHasWordsInBothLanguagesAndAHashtagIsWellFormed() {
        for (Table table : Table.values()) {
            for (Language language : Language.offered()) {
                Wording.of(language).say(table);
                Wording.of(language).say("export.what." + table);
            }
            for (Column column : Contents.columns(table)) {
                assertThat(column.tag()).matches("|#[a-z]+(\\+[a-z_]+)*");
                for (Language language : Language.offered()) {
                    Wording.of(language).say("export.column." + column.key());
                }
            }
        }
    }

    @Test
    void noTableThatIsTakenOutHasAColumnForAHouseholdACardOrAPerson() {
        for (Table table : Table.values()) {
            assertThat(table.ofRecords()).isEqualTo(Contents.columns(table).isEmpty());
            assertThat(Contents.columns(table))
                    .extracting(Column::key)
                    .doesNotContain(
                            "household", "card", "person", "name", "trip", "vehicle", "driver", "plate", "note");
        }
    }

    private static About about(Language language, Optional<StoryKind> story) {
        return new About(
                new Wanted(
                        Table.GATE_HOURS,
                        Optional.of(new Wanted.Days(LocalDate.parse("2019-09-13"), LocalDate.parse("2019-09-14"))),
                        Optional.empty(),
                        language,
                        Format.CSV,
                        Purpose.REVIEW),
                Contents.columns(Table.GATE_HOURS),
                KNOWN,
                "0123456789ab.cdef",
                "1.2.3",
                story,
                Optional.empty(),
                ZONE,
                Wording.of(language));
    }

    private static Line line(Language language) {
        return new Line(Wording.of(language));
    }

    private static byte[] csv(Language language, Line... lines) {
        return file(Format.CSV, about(language, Optional.empty()), List.of(lines));
    }

    private static byte[] xlsx(Language language, Line... lines) {
        return file(Format.XLSX, about(language, Optional.empty()), List.of(lines));
    }

    private static byte[] file(Format format, About about, List<Line> lines) {
        try {
            var out = new ByteArrayOutputStream();
            Sheet sheet = format == Format.CSV ? new CsvSheet(out, about) : new XlsxSheet(out, about);
            for (Line line : lines) sheet.take(line);
            sheet.end(lines.size());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> rows(byte[] workbook, int sheet) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return book.getSheet(sheet).orElseThrow().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String part(byte[] workbook, String name) {
        try {
            Path file = Files.createTempFile("clearway-", ".xlsx");
            Files.write(file, workbook);
            try (var zip = new ZipFile(file.toFile())) {
                return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads it as RFC 4180 says.
    static List<List<String>> read(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8).substring(1);
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (quoted) {
                if (sign != '"') cell.append(sign);
                else if (i + 1 < text.length() && text.charAt(i + 1) == '"') cell.append(text.charAt(++i));
                else quoted = false;
            } else if (sign == '"') quoted = true;
            else if (sign == ',') {
                line.add(cell.toString());
                cell.setLength(0);
            } else if (sign == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                lines.add(List.copyOf(line));
                line.clear();
            } else if (sign != '\r') cell.append(sign);
        }
        assertThat(Map.of("rest", cell.toString())).containsEntry("rest", "");
        return lines;
    }
}
