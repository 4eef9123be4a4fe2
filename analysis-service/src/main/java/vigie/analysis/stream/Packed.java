package vigie.analysis.stream;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import vigie.json.JsonSerde;

/**
 * Records as bytes, for stores that this service alone reads. A post's state is read and written with every record about it, and as JSON
 * that took more time than deciding what to write.
 *
 * <p>Components follow each other without names. A later version may add some at a record's end; they are absent in what was stored
 * before. What was stored as JSON is still read.
 */
final class Packed<T> implements Serde<T> {

    /** No JSON begins with it. */
    private static final byte MARK = 2;

    private final Class<T> type;
    private final Part whole;
    private final JsonSerde<T> json;

    private Packed(Class<T> type) {
        this.type = type;
        whole = part(type);
        json = JsonSerde.of(type);
    }

    /** @param type a record of strings, numbers, truths, instants, enums, and of lists, maps by string and records of these */
    static <T extends Record> Packed<T> of(Class<T> type) {
        return new Packed<>(type);
    }

    byte[] bytes(T value) {
        var out = new PackedOut();
        out.put(MARK);
        whole.write.accept(out, value);
        return out.bytes();
    }

    /** @throws SerializationException when these are not the bytes of one */
    T value(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != MARK) {
            return json.deserializer().deserialize("", bytes);
        }
        try {
            return type.cast(whole.read.apply(new PackedIn(bytes, 1)));
        } catch (IndexOutOfBoundsException e) {
            throw new SerializationException("not a whole " + type.getSimpleName());
        }
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : bytes(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : value(bytes);
    }

    /**
     * How values of one type are written and read.
     *
     * @param absent what a component has that was not stored
     */
    private record Part(
            BiConsumer<PackedOut, @Nullable Object> write,
            Function<PackedIn, @Nullable Object> read,
            @Nullable Object absent) {

        /** With a byte before it that says whether there is anything. */
        static <V> Part optional(BiConsumer<PackedOut, V> write, Function<PackedIn, V> read) {
            return new Part(
                    (out, value) -> {
                        out.put((byte) (value == null ? 0 : 1));
                        if (value != null) {
                            write.accept(out, Part.<V>as(value));
                        }
                    },
                    in -> in.get() == 0 ? null : read.apply(in),
                    null);
        }

        static <V> Part always(BiConsumer<PackedOut, V> write, Function<PackedIn, V> read, V absent) {
            return new Part((out, value) -> write.accept(out, Part.<V>as(value)), read::apply, absent);
        }

        @SuppressWarnings({"unchecked", "NullAway"}) // the shape of a record says what its components hold
        private static <V> V as(@Nullable Object value) {
            return (V) value;
        }
    }

    private static final Map<Type, Part> SIMPLE = Map.of(
            boolean.class,
            Part.<Boolean>always((out, value) -> out.put((byte) (value ? 1 : 0)), in -> in.get() != 0, false),
            int.class,
            Part.<Integer>always((out, value) -> out.number(value), in -> (int) in.number(), 0),
            long.class,
            Part.<Long>always((out, value) -> out.number(value), PackedIn::number, 0L),
            double.class,
            Part.<Double>always((out, value) -> out.real(value), PackedIn::real, 0.0),
            Integer.class,
            Part.<Integer>optional((out, value) -> out.number(value), in -> (int) in.number()),
            Long.class,
            Part.<Long>optional((out, value) -> out.number(value), PackedIn::number),
            Double.class,
            Part.<Double>optional((out, value) -> out.real(value), PackedIn::real),
            String.class,
            new Part((out, value) -> out.text((String) value), PackedIn::text, null),
            Instant.class,
            Part.<Instant>optional(
                    (out, time) -> {
                        out.number(time.getEpochSecond());
                        out.count(time.getNano());
                    },
                    in -> Instant.ofEpochSecond(in.number(), in.count())));

    private static Part part(Type type) {
        var simple = SIMPLE.get(type);
        if (simple != null) {
            return simple;
        }
        if (type instanceof ParameterizedType of && of.getRawType() == List.class) {
            return list(part(of.getActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType of
                && of.getRawType() == Map.class
                && of.getActualTypeArguments()[0] == String.class) {
            return map(part(of.getActualTypeArguments()[1]));
        }
        if (type instanceof Class<?> one && one.isEnum()) {
            var all = one.getEnumConstants();
            return Part.<Enum<?>>optional((out, value) -> out.count(value.ordinal()), in -> (Enum<?>) all[in.count()]);
        }
        if (type instanceof Class<?> one && one.isRecord()) {
            return whole(one);
        }
        throw new IllegalArgumentException("cannot be packed: " + type);
    }

    private static Part list(Part element) {
        return Part.<List<?>>optional(
                (out, list) -> {
                    out.count(list.size());
                    list.forEach(value -> element.write.accept(out, value));
                },
                in -> {
                    var size = in.count();
                    var list = new ArrayList<@Nullable Object>(in.atMost(size));
                    for (int i = 0; i < size; i++) {
                        list.add(element.read.apply(in));
                    }
                    return list;
                });
    }

    private static Part map(Part element) {
        return Part.<Map<?, ?>>optional(
                (out, map) -> {
                    out.count(map.size());
                    map.forEach((key, value) -> {
                        out.text((String) key);
                        element.write.accept(out, value);
                    });
                },
                in -> {
                    var size = in.count();
                    var map = new HashMap<@Nullable Object, @Nullable Object>();
                    for (int i = 0; i < size; i++) {
                        map.put(in.text(), element.read.apply(in));
                    }
                    return map;
                });
    }

    private static Part whole(Class<?> type) {
        var components = type.getRecordComponents();
        var parts = Stream.of(components).map(c -> part(c.getGenericType())).toArray(Part[]::new);
        var getters = Stream.of(components).map(Packed::getter).toArray(MethodHandle[]::new);
        var maker = maker(type, components);
        return Part.<Object>optional(
                (out, value) -> {
                    out.count(parts.length);
                    for (int i = 0; i < parts.length; i++) {
                        parts[i].write.accept(out, get(getters[i], value));
                    }
                },
                in -> {
                    var stored = in.count();
                    if (stored > parts.length) {
                        throw new SerializationException(
                                "a later version of Vigie stored this " + type.getSimpleName());
                    }
                    var values = new @Nullable Object[parts.length];
                    for (int i = 0; i < parts.length; i++) {
                        values[i] = i < stored ? parts[i].read.apply(in) : parts[i].absent;
                    }
                    return make(maker, values);
                });
    }

    private static MethodHandle getter(RecordComponent component) {
        try {
            return MethodHandles.lookup()
                    .unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException("cannot be packed: " + component, e);
        }
    }

    private static MethodHandle maker(Class<?> type, RecordComponent[] components) {
        var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return MethodHandles.lookup()
                    .findConstructor(type, MethodType.methodType(void.class, types))
                    .asType(MethodType.genericMethodType(types.length))
                    .asSpreader(Object[].class, types.length);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot be packed: " + type, e);
        }
    }

    private static @Nullable Object get(MethodHandle getter, Object record) {
        try {
            return (Object) getter.invokeExact(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("records throw nothing checked", e);
        }
    }

    private static Object make(MethodHandle maker, @Nullable Object[] values) {
        try {
            return (Object) maker.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("records throw nothing checked", e);
        }
    }
}
