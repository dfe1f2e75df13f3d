package dev.superbill.adapter.store.official;

import dev.superbill.adapter.wire.BundleRefusedException;
import dev.superbill.adapter.wire.CodeBundles;
import dev.superbill.adapter.wire.CodeBundles.Progress;
import dev.superbill.adapter.wire.CodeBundles.Request;
import dev.superbill.adapter.wire.CodeBundles.Summary;
import dev.superbill.codeset.FlatFile;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.SourceEdition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Official files made up for a test, and what reading them gives.
final class Desk implements RowSink {
    private final Path folder;
    private final List<OfficialRow> rows = new ArrayList<>();
    private final Set<SourceEdition> editions = new LinkedHashSet<>();
    private final Map<String, String> checksums = new LinkedHashMap<>();

    Desk(Path folder) {
        this.folder = folder;
    }

    /// Writes a file and gives its path.
    String write(String name, String content) throws IOException {
        return write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    String write(String name, byte[] content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content).toString();
    }

    static byte[] gz(String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /// An archive of names and contents, in turn.
    static byte[] zip(Object... members) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < members.length; i += 2) {
                out.putNextEntry(new ZipEntry((String) members[i]));
                out.write(
                        members[i + 1] instanceof byte[] content
                                ? content
                                : ((String) members[i + 1]).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /// A workbook of rows whose cells are divided by `|`. A cell that begins with `#` is a number.
    static byte[] workbook(String... lines) throws IOException {
        var sheet = new StringBuilder();
        for (int row = 0; row < lines.length; row++) {
            sheet.append("<row r=\"").append(row + 1).append("\">");
            var cells = lines[row].split("\\|", -1);
            for (int i = 0; i < cells.length; i++) {
                var at = " r=\"" + (char) ('A' + i) + (row + 1) + "\"";
                sheet.append(
                        cells[i].startsWith("#")
                                ? "<c" + at + "><v>" + cells[i].substring(1) + "</v></c>"
                                : "<c"
                                        + at
                                        + " t=\"inlineStr\"><is><t>"
                                        + cells[i].replace("&", "&amp;").replace("<", "&lt;")
                                        + "</t></is></c>");
            }
            sheet.append("</row>");
        }
        var main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var packages = "http://schemas.openxmlformats.org/package/2006/";
        return zip(
                "[Content_Types].xml",
                "<Types xmlns=\""
                        + packages
                        + "content-types\"><Default Extension=\"rels\" ContentType=\"application/"
                        + "vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\""
                        + "/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-"
                        + "officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\""
                        + "/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats"
                        + "-officedocument.spreadsheetml.worksheet+xml\"/></Types>",
                "_rels/.rels",
                "<Relationships xmlns=\""
                        + packages
                        + "relationships\"><Relationship Id=\"rId1\" Type=\""
                        + office
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
                "xl/workbook.xml",
                "<workbook xmlns=\""
                        + main
                        + "\" xmlns:r=\""
                        + office
                        + "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
                        + "</workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\""
                        + packages
                        + "relationships\"><Relationship Id=\"rId1\" Type=\""
                        + office
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\""
                        + main
                        + "\"><sheetData>"
                        + sheet
                        + "</sheetData></worksheet>");
    }

    /// Reads sources that are whole.
    Summary read(String... sources) {
        return read(0, sources);
    }

    Summary read(int allowedBadRows, String... sources) {
        return new BundleBuild(() -> this)
                .build(
                        new Request(List.of(sources), folder.resolve("out"), allowedBadRows),
                        Progress.none());
    }

    /// Reads sources that something is wrong with, and tells what, one a line.
    String flaws(String... sources) {
        try {
            read(sources);
        } catch (BundleRefusedException e) {
            return String.join("\n", e.flaws().stream().map(Desk::told).toList());
        }
        return "";
    }

    static String told(CodeBundles.Flaw flaw) {
        return flaw.line() == 0
                ? flaw.file() + ": " + flaw.what()
                : flaw.file() + ":" + flaw.line() + ": " + flaw.what();
    }

    /// The rows read, in order.
    List<OfficialRow> rows() {
        return rows;
    }

    /// The edition read, if it is one.
    SourceEdition edition() {
        if (editions.size() != 1) {
            throw new AssertionError("there are " + editions.size() + " editions");
        }
        return editions.iterator().next();
    }

    /// The checksums of files by their names.
    Map<String, String> checksums() {
        return checksums;
    }

    @Override
    public void source(SourceEdition edition, String file, String sha256) {
        editions.add(edition);
        checksums.put(file, sha256);
    }

    @Override
    public void add(SourceEdition edition, OfficialRow row) {
        editions.add(edition);
        rows.add(row);
    }

    @Override
    public FlatFile.Builder build() {
        return new FlatFile.Builder().text("rows", rows.toString());
    }
}
