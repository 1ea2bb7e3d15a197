package lv.kopa.web.api;

import io.micronaut.json.tree.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import lv.kopa.text.Faults;
import org.jspecify.annotations.Nullable;

/**
 * Compares JSON with the record that is to be made of it. The JSON library by itself would take "7" for 7, "perhaps" for
 * false, 1.9 for 1 and a list of one for the one, and would pass over a name that is misspelt.
 */
final class TypeCheck {
    private static final Pattern HALF_A_CHARACTER = Pattern.compile("\\p{Cs}");
    private static final int LONGEST_KEY = 100;

    private final Faults faults = new Faults();

    /**
     * @throws lv.kopa.text.InvalidInput with everything that is of another type, or that the record does not have
     */
    void check(JsonNode document, Class<?> type) {
        members("", document, type);
        faults.refuseIfAny();
    }

    private void value(String place, @Nullable JsonNode node, Type type) {
        if (node == null || node.isNull()) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType().equals(Map.class)) {
                entries(place, node, arguments[1]);
            } else {
                elements(place, node, arguments[0]);
            }
        } else if (type instanceof Class<?> single && single.isRecord()) {
            members(place, node, single);
        } else {
            single(place, node, type);
        }
    }

    private void members(String place, JsonNode node, Class<?> type) {
        if (!node.isObject()) {
            faults.add(place, "web.invalid.object");
            return;
        }
        Map<String, Type> known = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            known.put(component.getName(), component.getGenericType());
        }
        for (Map.Entry<String, JsonNode> member : node.entries()) {
            String inner = place.isEmpty() ? member.getKey() : place + "." + member.getKey();
            Type expected = known.get(member.getKey());
            if (expected == null) {
                faults.add(inner, "web.invalid.unknown", String.join(", ", known.keySet()));
            } else {
                value(inner, member.getValue(), expected);
            }
        }
    }

    private void elements(String place, JsonNode node, Type type) {
        if (!node.isArray()) {
            faults.add(place, "web.invalid.array");
            return;
        }
        for (int i = 0; i < node.size(); i++) {
            element(place + "[" + i + "]", node.get(i), type);
        }
    }

    private void element(String place, @Nullable JsonNode node, Type type) {
        if (node == null || node.isNull()) {
            faults.add(place, "web.invalid.null");
        } else {
            value(place, node, type);
        }
    }

    private void entries(String place, JsonNode node, Type type) {
        if (!node.isObject()) {
            faults.add(place, "web.invalid.object");
            return;
        }
        for (Map.Entry<String, JsonNode> entry : node.entries()) {
            if (entry.getKey().length() > LONGEST_KEY || !isWhole(entry.getKey())) {
                faults.add(place, "web.invalid.name", LONGEST_KEY);
            } else if (!type.equals(Object.class)) {
                value(place + "." + entry.getKey(), entry.getValue(), type);
            }
        }
    }

    private void single(String place, JsonNode node, Type type) {
        if (type.equals(String.class) || (type instanceof Class<?> named && named.isEnum())) {
            text(place, node);
        } else if (type.equals(Boolean.class)) {
            if (!node.isBoolean()) {
                faults.add(place, "web.invalid.boolean");
            }
        } else if (type.equals(Integer.class)) {
            number(place, node, Integer.SIZE);
        } else if (type.equals(Long.class)) {
            number(place, node, Long.SIZE);
        } else {
            throw new IllegalStateException("No JSON is known for " + type);
        }
    }

    private void text(String place, JsonNode node) {
        if (!node.isString()) {
            faults.add(place, "web.invalid.text");
        } else if (!isWhole(node.getStringValue())) {
            faults.add(place, "web.invalid.half");
        }
    }

    private void number(String place, JsonNode node, int bits) {
        if (!node.isNumber()) {
            faults.add(place, "web.invalid.number");
            return;
        }
        try {
            BigInteger number = new BigDecimal(node.getNumberValue().toString()).toBigIntegerExact();
            if (number.bitLength() >= bits) {
                faults.add(place, "web.invalid.great");
            }
        } catch (ArithmeticException | NumberFormatException neitherWholeNorFinite) {
            faults.add(place, "web.invalid.number");
        }
    }

    private static boolean isWhole(String text) {
        return !HALF_A_CHARACTER.matcher(text).find();
    }
}
