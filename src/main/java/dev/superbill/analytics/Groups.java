package dev.superbill.analytics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Members sorted into groups by name. A member may be in several; a name that was not told is
/// empty.
final class Groups {
    private Groups() {}

    static <T> SortedMap<String, List<T>> by(
            Collection<T> members, Function<? super T, String> name) {
        return bySeveral(members, member -> List.of(name.apply(member)));
    }

    static <T> SortedMap<String, List<T>> bySeveral(
            Collection<T> members, Function<? super T, ? extends Collection<String>> names) {
        var groups = new TreeMap<String, List<T>>();
        for (var member : members) {
            names.apply(member).stream()
                    .distinct()
                    .forEach(name ->
                            groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(member));
        }
        return groups;
    }

    /// A figure of each group, the largest group first, then by name.
    static <T, R> List<R> largestFirst(SortedMap<String, List<T>> groups, Figure<T, R> figure) {
        return groups.entrySet().stream()
                .sorted(
                        Comparator.comparingInt((Map.Entry<String, List<T>> group) ->
                                        -group.getValue().size())
                                .thenComparing(Map.Entry::getKey))
                .map(group -> figure.of(group.getKey(), group.getValue()))
                .toList();
    }

    /// What is measured of a group.
    interface Figure<T, R> {
        R of(String name, List<T> members);
    }
}
