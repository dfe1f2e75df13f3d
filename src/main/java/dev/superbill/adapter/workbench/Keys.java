package dev.superbill.adapter.workbench;

import dev.superbill.code.Code;

/// How a page names codes in attributes and paths.
final class Keys {
    private Keys() {}

    static String of(Code code) {
        return of(code.system().label(), code.value());
    }

    static String of(String system, String code) {
        return system + "-" + code.replace('.', '_');
    }

    static String rejected(String system, String code) {
        return "rejected-" + of(system, code);
    }
}
