package dev.superbill.load;

import java.util.Arrays;
import java.util.List;

/// What is asked for by `-Dload.NAME=VALUE`.
final class Choices {
    private Choices() {}

    static String text(String name, String otherwise) {
        return System.getProperty("load." + name, otherwise);
    }

    static int number(String name, int otherwise) {
        return Integer.getInteger("load." + name, otherwise);
    }

    static List<Integer> numbers(String name, String otherwise) {
        return Arrays.stream(text(name, otherwise).split(",", -1))
                .map(number -> Integer.valueOf(number.strip()))
                .toList();
    }
}
