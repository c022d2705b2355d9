// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// Compiled classes below a base package, held against a map. Each question answers with the violations, a sentence
/// each.
final class Architecture {
    private static final List<String> WEB_ONLY = List.of(
            "org.springframework.web.",
            "org.springframework.http.",
            "org.springframework.security.",
            "org.springframework.ui.",
            "org.springframework.boot.webmvc.",
            "org.springframework.boot.security.",
            "org.thymeleaf.",
            "jakarta.servlet.");

    /// What stands for the machine's time, zone, locale, charset or chance, as `Type.method(parameters)`.
    private static final Set<String> ASKS_THE_MACHINE = Set.of(
            "System.currentTimeMillis()",
            "InstantSource.system()",
            "ZoneId.systemDefault()",
            "TimeZone.getDefault()",
            "Locale.getDefault()",
            "Locale.getDefault(Category)",
            "ULocale.getDefault()",
            "Charset.defaultCharset()",
            "Date.<init>()",
            "String.getBytes()",
            "String.toLowerCase()",
            "String.toUpperCase()",
            "String.format(String, Object[])",
            "String.formatted(Object[])",
            "DateTimeFormatter.ofPattern(String)",
            "DateTimeFormatter.ofLocalizedDate(FormatStyle)",
            "Random.<init>()",
            "SplittableRandom.<init>()",
            "SecureRandom.<init>()",
            "SecureRandom.getInstanceStrong()",
            "ThreadLocalRandom.current()",
            "Math.random()",
            "UUID.randomUUID()");

    private final String base;
    private final PackageMap map;
    private final JavaClasses classes;

    Architecture(String base, PackageMap map, JavaClasses classes) {
        this.base = base;
        this.map = map;
        this.classes = classes;
    }

    /// The capabilities that there are, whether the map knows them or not.
    Set<String> capabilities() {
        var found = new TreeSet<String>();
        for (JavaClass type : classes) found.add(capabilityOf(type));
        return found;
    }

    List<String> dependenciesAgainstTheMap() {
        return ours().flatMap(d -> {
                    String from = capabilityOf(d.getOriginClass());
                    String to = capabilityOf(d.getTargetClass());
                    return map.allows(from, to)
                            ? Stream.empty()
                            : Stream.of(from + " must not use " + to + ": " + d.getDescription());
                })
                .toList();
    }

    List<String> packagesOffTheMap() {
        return capabilities().stream()
                .filter(name -> !map.holds(name))
                .map(name -> name + " is not on the map")
                .toList();
    }

    /// Packages below a capability that another capability uses.
    List<String> usesBehindTheFrontPackage() {
        return ours().filter(d -> !capabilityOf(d.getOriginClass()).equals(capabilityOf(d.getTargetClass())))
                .filter(d -> !frontPackage(capabilityOf(d.getTargetClass()))
                        .equals(d.getTargetClass().getPackageName()))
                .map(d -> "behind the front package: " + d.getDescription())
                .toList();
    }

    List<String> webPartsOutside(Set<String> capabilities) {
        return all().filter(d -> !capabilities.contains(capabilityOf(d.getOriginClass())))
                .filter(d -> WEB_ONLY.stream().anyMatch(d.getTargetClass().getName()::startsWith))
                .map(Dependency::getDescription)
                .toList();
    }

    /// Outside the root: who asks the machine for the time, a zone, a locale, a charset or chance, or prints.
    List<String> asksTheMachine() {
        return classes.stream()
                .filter(type -> !capabilityOf(type).equals(map.root()))
                .flatMap(type -> Stream.concat(
                        type.getCodeUnitAccessesFromSelf().stream().filter(a -> asksTheMachine(a.getTarget())),
                        type.getFieldAccessesFromSelf().stream()
                                .filter(a -> a.getTargetOwner().isEquivalentTo(System.class)
                                        && Set.of("out", "err")
                                                .contains(a.getTarget().getName()))))
                .map(JavaAccess::getDescription)
                .toList();
    }

    private static boolean asksTheMachine(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getSimpleName();
        List<String> parameters = target.getRawParameterTypes().stream()
                .map(JavaClass::getSimpleName)
                .toList();
        boolean ofTime = target.getOwner().getPackageName().startsWith("java.time");
        if (ofTime && target.getName().equals("now")) return !parameters.contains("Clock");
        if (ofTime && owner.equals("Clock")) {
            return target.getName().startsWith("system")
                    || (target.getName().startsWith("tick") && !parameters.contains("Clock"));
        }
        return ASKS_THE_MACHINE.contains(owner + "." + target.getName() + "(" + String.join(", ", parameters) + ")");
    }

    /// Packages with types and without a `package-info.java` that is `@NullMarked`.
    List<String> packagesWithoutASign() {
        return packages()
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .map(p -> p.getName() + " has no package-info.java that is @NullMarked")
                .toList();
    }

    Stream<JavaPackage> packages() {
        return classes.stream().map(JavaClass::getPackage).distinct();
    }

    /// Public types that no other package uses, and that no public member of such a type speaks of.
    List<String> publicWithoutNeed(Set<String> exceptions) {
        var needed = new HashSet<String>();
        ours().filter(d -> !d.getOriginClass()
                        .getPackageName()
                        .equals(d.getTargetClass().getPackageName()))
                .forEach(d -> needed.add(outermost(d.getTargetClass()).getName()));
        for (boolean grew = true; grew; ) {
            grew = false;
            for (JavaClass type : classes) {
                if (needed.contains(outermost(type).getName())) {
                    for (JavaClass spoken : spokenOfBy(type))
                        grew |= needed.add(outermost(spoken).getName());
                }
            }
        }
        return classes.stream()
                .filter(type -> type.equals(outermost(type)))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !needed.contains(type.getName()) && !exceptions.contains(type.getName()))
                .map(type -> type.getName() + " is public and no other package needs it")
                .toList();
    }

    /// The types in the signatures of what `type` shows to others; pages reach those without naming them.
    private static Set<JavaClass> spokenOfBy(JavaClass type) {
        var spoken = new HashSet<JavaClass>();
        for (JavaMember member : type.getMembers()) {
            if (member.getModifiers().contains(JavaModifier.PRIVATE)
                    || !(member.getModifiers().contains(JavaModifier.PUBLIC)
                            || member.getModifiers().contains(JavaModifier.PROTECTED))) continue;
            if (member instanceof JavaCodeUnit unit) {
                spoken.addAll(unit.getReturnType().getAllInvolvedRawTypes());
                for (JavaType parameter : unit.getParameterTypes()) spoken.addAll(parameter.getAllInvolvedRawTypes());
            } else if (member instanceof JavaField field) {
                spoken.addAll(field.getType().getAllInvolvedRawTypes());
            }
        }
        type.getInterfaces().forEach(i -> spoken.addAll(i.getAllInvolvedRawTypes()));
        return spoken;
    }

    private Stream<Dependency> all() {
        return classes.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    /// Dependencies between our own types.
    private Stream<Dependency> ours() {
        return all().filter(d -> isOurs(d.getTargetClass()));
    }

    private boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(base) || type.getPackageName().startsWith(base + ".");
    }

    private String capabilityOf(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals(base)) return map.root();
        String below = name.substring(base.length() + 1);
        int dot = below.indexOf('.');
        return (dot < 0 ? below : below.substring(0, dot)).toLowerCase(Locale.ROOT);
    }

    private String frontPackage(String capability) {
        return capability.equals(map.root()) ? base : base + "." + capability;
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Architecture::outermost).orElse(type);
    }
}
