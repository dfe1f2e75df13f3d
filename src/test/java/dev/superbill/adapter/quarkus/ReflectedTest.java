package dev.superbill.adapter.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

/// A record that is not named is read and written on the JVM, and fails in the native binary alone.
class ReflectedTest {
    private static final Pattern WRITTEN =
            Pattern.compile(".+(Answer|Request|Content|Page|Entry|Head|Reply)");

    /// Parameters of a query, which are no JSON.
    private static final Set<String> PARAMETERS = Set.of("AnalyticsRequest", "SearchRequest");

    private static final Set<Class<?>> REGISTERED =
            Set.of(Reflected.class.getAnnotation(RegisterForReflection.class).targets());

    @Test
    void everyRecordOfTheInterfaceIsNamed() {
        var classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(
                                "dev.superbill.adapter.wire", "dev.superbill.adapter.lambda");
        var wanted =
                classes.stream()
                        .filter(JavaClass::isRecord)
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(type -> !PARAMETERS.contains(type.getSimpleName()))
                        .filter(type ->
                                type.isAnnotationPresent(Schema.class)
                                        || WRITTEN.matcher(type.getSimpleName()).matches())
                        .collect(Collectors.toSet());

        assertThat(wanted).hasSizeGreaterThan(40);
        assertThat(REGISTERED).containsAll(wanted);
    }

    @Test
    void everyPartOfANamedRecordIsNamed() {
        var parts =
                REGISTERED.stream()
                        .filter(Class::isRecord)
                        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                        .flatMap(component -> types(component.getGenericType()))
                        .filter(Class::isRecord)
                        .collect(Collectors.toSet());

        assertThat(parts).isNotEmpty();
        assertThat(REGISTERED).containsAll(parts);
    }

    private static Stream<Class<?>> types(Type type) {
        return switch (type) {
            case Class<?> plain -> Stream.of(plain);
            case ParameterizedType of ->
                    List.of(of.getActualTypeArguments()).stream().flatMap(ReflectedTest::types);
            default -> Stream.empty();
        };
    }
}
