// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.clearway.time.Micros;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Bodies as canonical JSON and back. A record is an object of its components; a record of a single component is that
/// component alone; an absent Optional is left out; an instant is its microseconds; anything else that a body may hold
/// is listed in {@link #scalar}.
final class BodyCodec {
    /// What is sealed is as long as the next multiple of so many bytes.
    private static final int SEALED_STEP = 512;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();

    /// The canonical JSON of `body`, its sealed components closed by `seal`.
    String write(Body body, String place, Seal seal) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        Shape shape = shape(body.getClass());
        for (Component component : shape.components) {
            Object value = component.read(body);
            if (value instanceof Optional<?> optional) {
                if (optional.isEmpty()) continue;
                value = optional.get();
            }
            object.put(component.name, tree(value, component, place + "/" + component.name, seal));
        }
        return Canonical.text(object);
    }

    /// The values of a body's components; the absent are left out.
    List<Object> values(Body body) {
        var values = new ArrayList<Object>();
        for (Component component : shape(body.getClass()).components) {
            Object value = component.read(body);
            if (value instanceof Optional<?> optional) optional.ifPresent(values::add);
            else values.add(value);
        }
        return values;
    }

    /// @throws RuntimeException if it is not what {@link #write} wrote of a `type`, to the last member
    <B extends Body> B read(Class<B> type, String canonicalJson) {
        return type.cast(value(type, JSON.readTree(canonicalJson), false));
    }

    /// The canonical JSON of a value that is to be sealed, filled up with spaces: a seal hides words and not how many
    /// they are, and the length of a household would tell of its people.
    byte[] writeValue(Object value) {
        byte[] json = Canonical.bytes(tree(value, null, "", null));
        byte[] filled = Arrays.copyOf(json, (json.length + SEALED_STEP - 1) / SEALED_STEP * SEALED_STEP);
        Arrays.fill(filled, json.length, filled.length, (byte) ' ');
        return filled;
    }

    Object readValue(Type type, byte[] canonicalJson) {
        return value(type, JSON.readTree(new String(canonicalJson, StandardCharsets.UTF_8)), true);
    }

    private Object tree(Object value, @Nullable Component component, String place, @Nullable Seal seal) {
        return switch (value) {
            case Sealed.Closed<?> closed -> sealed(closed);
            case Sealed.Clear<?> clear -> {
                if (seal == null || component == null || component.kept == null) {
                    throw new IllegalArgumentException("A sealed value stands only as a component of a body.");
                }
                yield sealed(seal.close(writeValue(clear.value()), place, component.kept));
            }
            case Optional<?> optional -> throw new IllegalArgumentException("An optional value in a list.");
            case List<?> list -> {
                var out = new ArrayList<@Nullable Object>(list.size());
                for (Object member : list) out.add(tree(member, null, place, null));
                yield out;
            }
            case Set<?> set ->
                set.stream()
                        .map(member -> (Object) ((Enum<?>) member).name())
                        .sorted(Comparator.comparing(Object::toString))
                        .toList();
            case Map<?, ?> map -> {
                var out = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, member) -> out.put(((Enum<?>) key).name(), tree(member, null, place, null)));
                yield out;
            }
            case Record row -> record(row);
            default -> scalar(value);
        };
    }

    private Object record(Record row) {
        Shape shape = shape(row.getClass());
        if (shape.components.size() == 1) return tree(shape.components.get(0).read(row), null, "", null);
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (Component component : shape.components) {
            Object value = component.read(row);
            if (value instanceof Optional<?> optional) {
                if (optional.isPresent()) object.put(component.name, tree(optional.get(), null, "", null));
            } else {
                object.put(component.name, tree(value, null, "", null));
            }
        }
        return object;
    }

    private static Object scalar(Object value) {
        return switch (value) {
            case String text -> text;
            case Long number -> number;
            case Integer number -> number;
            case Boolean truth -> truth;
            case Enum<?> one -> one.name();
            case Instant instant -> Micros.of(instant);
            case LocalDate day -> day.toString();
            case LocalTime time -> time.toString();
            case ZoneId zone -> zone.getId();
            case UUID id -> id.toString();
            default -> throw new IllegalArgumentException("No place in a body for a " + value.getClass() + ".");
        };
    }

    private static Object sealed(Sealed.Closed<?> closed) {
        return Map.of("key", closed.key(), "place", closed.place(), "text", closed.text());
    }

    private Object value(Type type, JsonNode node, boolean single) {
        if (node.isNull()) throw new IllegalArgumentException("Nothing is null in a body, but a " + type + " is.");
        if (type instanceof ParameterizedType generic) return genericValue(generic, node);
        var wanted = (Class<?>) type;
        if (wanted.isRecord()) return recordValue(wanted, node, single);
        if (wanted.isEnum()) return constant(wanted, node.stringValue());
        if (wanted == String.class) return node.stringValue();
        if (wanted == long.class || wanted == Long.class) return node.longValue();
        if (wanted == int.class || wanted == Integer.class) return node.intValue();
        if (wanted == boolean.class || wanted == Boolean.class) return node.booleanValue();
        if (wanted == Instant.class) return Micros.instant(node.longValue());
        if (wanted == LocalDate.class) return LocalDate.parse(node.stringValue());
        if (wanted == LocalTime.class) return LocalTime.parse(node.stringValue());
        if (wanted == ZoneId.class) return ZoneId.of(node.stringValue());
        if (wanted == UUID.class) return UUID.fromString(node.stringValue());
        throw new IllegalArgumentException("No place in a body for a " + wanted + ".");
    }

    private Object genericValue(ParameterizedType generic, JsonNode node) {
        var raw = (Class<?>) generic.getRawType();
        Type argument = generic.getActualTypeArguments()[0];
        if (raw == Optional.class) return Optional.of(value(argument, node, true));
        if (raw == Sealed.class) {
            onlyMembers(Sealed.class, node, 3);
            return new Sealed.Closed<>(
                    node.required("key").stringValue(),
                    node.required("place").stringValue(),
                    node.required("text").stringValue());
        }
        if (raw == List.class) {
            return members(node, argument, new ArrayList<>(node.size()), List::copyOf);
        }
        if (raw == Set.class) {
            // In the order written: a view that goes through it does so in the same order at every rebuild.
            return members(node, argument, new LinkedHashSet<>(), Collections::unmodifiableSet);
        }
        if (raw == Map.class) {
            return enumMap((Class<?>) argument, generic.getActualTypeArguments()[1], node);
        }
        throw new IllegalArgumentException("No place in a body for a " + generic + ".");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Object enumMap(Class<?> key, Type member, JsonNode node) {
        if (!node.isObject()) throw new IllegalArgumentException("Not a map: " + node + ".");
        var map = new EnumMap(key);
        node.properties()
                .forEach(property ->
                        map.put((Enum) constant(key, property.getKey()), value(member, property.getValue(), true)));
        return Collections.unmodifiableMap(map);
    }

    private <C extends Collection<Object>> Object members(
            JsonNode node, Type argument, C into, Function<C, Object> finished) {
        if (!node.isArray()) throw new IllegalArgumentException("Not a list: " + node + ".");
        node.forEach(member -> into.add(value(argument, member, true)));
        if (into.size() != node.size()) throw new IllegalArgumentException("The same member twice: " + node + ".");
        return finished.apply(into);
    }

    private static void onlyMembers(Class<?> type, JsonNode node, int count) {
        if (!node.isObject() || node.size() != count) {
            throw new IllegalArgumentException(
                    "A " + type.getSimpleName() + " with members that it does not have: " + node.propertyNames() + ".");
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object constant(Class<?> type, String name) {
        return Enum.valueOf((Class<? extends Enum>) type, name);
    }

    private Object recordValue(Class<?> type, JsonNode node, boolean single) {
        Shape shape = shape(type);
        var arguments = new ArrayList<Object>(shape.components.size());
        if (single && shape.components.size() == 1) {
            arguments.add(value(shape.components.get(0).type, node, true));
        } else {
            int found = 0;
            for (Component component : shape.components) {
                JsonNode member = node.get(component.name);
                if (member != null) {
                    found++;
                    arguments.add(value(component.type, member, true));
                } else if (component.type instanceof ParameterizedType generic
                        && generic.getRawType() == Optional.class) {
                    arguments.add(Optional.empty());
                } else {
                    throw new IllegalArgumentException(
                            "A " + type.getSimpleName() + " without its \"" + component.name + "\".");
                }
            }
            onlyMembers(type, node, found);
        }
        return shape.make(arguments);
    }

    private Shape shape(Class<?> type) {
        return shapes.computeIfAbsent(type, Shape::of);
    }

    /// How a record is taken apart and put together.
    private record Shape(List<Component> components, MethodHandle maker) {
        static Shape of(Class<?> type) {
            try {
                var components = new ArrayList<Component>();
                var types = new ArrayList<Class<?>>();
                for (RecordComponent component : type.getRecordComponents()) {
                    components.add(Component.of(component));
                    types.add(component.getType());
                }
                Constructor<?> constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                MethodHandle maker = MethodHandles.lookup()
                        .unreflectConstructor(constructor)
                        .asSpreader(Object[].class, types.size())
                        .asType(MethodType.methodType(Object.class, Object[].class));
                return new Shape(List.copyOf(components), maker);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The record " + type + " cannot be read.", e);
            }
        }

        Object make(List<Object> arguments) {
            try {
                return (Object) maker.invokeExact(arguments.toArray());
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private record Component(
            String name, Type type, @Nullable Kept kept, MethodHandle reader) {
        static Component of(RecordComponent component) throws IllegalAccessException {
            component.getAccessor().setAccessible(true);
            return new Component(
                    component.getName(),
                    component.getGenericType(),
                    component.getAnnotation(Kept.class),
                    MethodHandles.lookup().unreflect(component.getAccessor()));
        }

        Object read(Object record) {
            try {
                Object value = reader.invoke(record);
                if (value == null)
                    throw new IllegalArgumentException("Nothing is null in a body, but " + name + " is.");
                return value;
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
