package lv.kopa.web.api;

import io.micronaut.json.tree.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import lv.kopa.text.Faults;
import lv.kopa.text.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Compares JSON with the record that is to be made of it. The JSON library by itself would take "7" for 7, "perhaps" for
 * false, 1.9 for 1 and a list of one for the one.
 */
final class TypeCheck {
    private static final Pattern HALF_A_CHARACTER = Pattern.compile("\\p{Cs}");
    private static final int LONGEST_KEY = 100;

    private final Faults faults = new Faults();

    /**
     * @throws lv.kopa.text.InvalidInput with everything that is of another type
     */
    void check(@Nullable JsonNode document, Class<?> type) {
        if (document == null || !document.isObject()) {
            throw new InvalidInput(Map.of());
        }
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
        } else if (!fits(node, type)) {
            refuse(place);
        }
    }

    private void members(String place, JsonNode node, Class<?> type) {
        if (!node.isObject()) {
            refuse(place);
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String inner = place.isEmpty() ? component.getName() : place + "." + component.getName();
            value(inner, node.get(component.getName()), component.getGenericType());
        }
    }

    private void elements(String place, JsonNode node, Type type) {
        if (!node.isArray()) {
            refuse(place);
            return;
        }
        for (int i = 0; i < node.size(); i++) {
            present(place + "[" + i + "]", node.get(i), type);
        }
    }

    private void entries(String place, JsonNode node, Type type) {
        if (!node.isObject()) {
            refuse(place);
            return;
        }
        for (Map.Entry<String, JsonNode> entry : node.entries()) {
            if (entry.getKey().length() > LONGEST_KEY || !isWhole(entry.getKey())) {
                refuse(place);
            } else if (!type.equals(Object.class)) {
                present(place + "." + entry.getKey(), entry.getValue(), type);
            }
        }
    }

    private void present(String place, @Nullable JsonNode node, Type type) {
        if (node == null || node.isNull()) {
            refuse(place);
        } else {
            value(place, node, type);
        }
    }

    private static boolean fits(JsonNode node, Type type) {
        if (type.equals(String.class) || type instanceof Class<?> named && named.isEnum()) {
            return node.isString() && isWhole(node.getStringValue());
        }
        if (type.equals(Boolean.class)) {
            return node.isBoolean();
        }
        if (type.equals(Integer.class)) {
            return isBetween(node, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type.equals(Long.class)) {
            return isBetween(node, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        throw new IllegalStateException("No JSON is known for " + type);
    }

    private static boolean isBetween(JsonNode node, long least, long most) {
        if (!node.isNumber()) {
            return false;
        }
        try {
            long number = new BigDecimal(node.getNumberValue().toString()).longValueExact();
            return number >= least && number <= most;
        } catch (ArithmeticException | NumberFormatException neitherWholeNorFinite) {
            return false;
        }
    }

    private static boolean isWhole(String text) {
        return !HALF_A_CHARACTER.matcher(text).find();
    }

    private void refuse(String place) {
        faults.add(place, "web.invalid.value");
    }
}
