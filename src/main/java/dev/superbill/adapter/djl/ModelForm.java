package dev.superbill.adapter.djl;

import java.nio.file.Path;
import java.util.List;

/// In which form a model is loaded, and by what.
///
/// @param engine what runs it
/// @param libraries the folder with the engine's libraries
/// @param precision which of the model's files to load
/// @param trust what of the model's folder is taken as it lies
public record ModelForm(
        TransformerEngine engine, Path libraries, Precision precision, Trust trust) {
    /// The files of a model, the one to load first.
    List<String> files(String model) {
        return engine.files(precision.name(model));
    }
}
