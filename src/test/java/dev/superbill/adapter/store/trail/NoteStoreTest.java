package dev.superbill.adapter.store.trail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.audit.NoteStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What every store of notes promises.
@ParameterizedClass
@EnumSource
class NoteStoreTest {
    private static final String TEXT = "PROCEDURE: none. é ☃ 𝄞\r\n";

    enum Store {
        MEMORY,
        SQLITE,
        DYNAMODB
    }

    @Parameter Store store = Store.MEMORY;

    @TempDir Path folder;

    private NoteStore notes = NoteStore.none();
    private AutoCloseable opened = () -> {};

    @BeforeEach
    void open() {
        switch (store) {
            case MEMORY -> notes = new MemoryNotes(1_000_000);
            case SQLITE -> {
                var database = SqliteFile.database(folder.resolve("superbill.db"));
                opened = database;
                notes = new SqliteNotes(database, NoteTexts.cipher());
            }
            case DYNAMODB -> {
                var dynamo = new LocalDynamo();
                opened = dynamo;
                notes = new DynamoNotes(dynamo.tables(), NoteTexts.cipher());
            }
        }
    }

    @AfterEach
    void close() throws Exception {
        opened.close();
    }

    @Test
    void whatIsKeptIsFoundAsItWas() {
        notes.keep("clinic", "a", TEXT);
        notes.keep("clinic", "b", "");
        notes.keep("clinic", "c", "half a pair \ud834 of surrogates");

        assertThat(notes.find("clinic", "a")).contains(TEXT);
        assertThat(notes.find("clinic", "b")).contains("");
        assertThat(notes.find("clinic", "c")).contains("half a pair \ud834 of surrogates");
        assertThat(notes.find("clinic", "d")).isEmpty();
        assertThat(notes.find("other", "a")).isEmpty();
    }

    @Test
    void theLongestNoteOfTheInterfaceIsKept() {
        var longest = "☃".repeat(100_000);
        notes.keep("clinic", "a", longest);

        assertThat(notes.find("clinic", "a")).contains(longest);
    }

    @Test
    void theFirstTextStays() {
        notes.keep("clinic", "a", TEXT);
        notes.keep("clinic", "a", "another");

        assertThat(notes.find("clinic", "a")).contains(TEXT);
    }

    @Test
    void whatIsErasedIsGoneAndMayBeKeptAnew() {
        notes.erase("clinic", "a");
        notes.keep("clinic", "a", TEXT);
        notes.keep("clinic", "b", TEXT);
        notes.erase("clinic", "a");
        notes.erase("clinic", "a");

        assertThat(notes.find("clinic", "a")).isEmpty();
        assertThat(notes.find("clinic", "b")).contains(TEXT);
        notes.keep("clinic", "a", "again");
        assertThat(notes.find("clinic", "a")).contains("again");
    }
}
