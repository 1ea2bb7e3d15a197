package lv.kopa.web.api;

import io.micronaut.json.tree.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The schemas of a description, as OpenAPI 3.0 has them, but taken at their word: what an object has and no schema of it
 * names is a fault.
 */
@SuppressWarnings({"unchecked", "NullAway"})
final class Shapes {
    private static final String HERE = "#/components/schemas/";

    private final Map<String, Map<String, Object>> named;

    Shapes(Map<String, Map<String, Object>> named) {
        this.named = named;
    }

    /** What is otherwise in a document than a schema says, each with its place. */
    List<String> faults(JsonNode document, Map<String, Object> schema) {
        List<String> faults = new ArrayList<>();
        check("$", document, schema, faults);
        return faults;
    }

    private void check(String place, JsonNode node, Map<String, Object> schema, List<String> faults) {
        compare(place, node, schema, faults);
        if (node.isObject() && parts(schema).noneMatch(part -> part.containsKey("additionalProperties"))) {
            node.entries().forEach(member -> {
                if (parts(schema).noneMatch(part -> properties(part).containsKey(member.getKey()))) {
                    faults.add(place + "." + member.getKey() + " is not described");
                }
            });
        }
    }

    /** A schema and all that it is made of, references followed. */
    private Stream<Map<String, Object>> parts(Map<String, Object> schema) {
        if (schema.get("$ref") instanceof String reference) {
            return parts(named.get(reference.substring(HERE.length())));
        }
        List<Map<String, Object>> all = (List<Map<String, Object>>) schema.getOrDefault("allOf", List.of());
        return Stream.concat(Stream.of(schema), all.stream().flatMap(this::parts));
    }

    private void compare(String place, JsonNode node, Map<String, Object> schema, List<String> faults) {
        if (node.isNull()) {
            if (!Boolean.TRUE.equals(schema.get("nullable"))) {
                faults.add(place + " is null");
            }
            return;
        }
        parts(schema).forEach(part -> {
            if (part.get("enum") instanceof List<?> known && !known.contains(node.coerceStringValue())) {
                faults.add(place + " is none of " + known);
            }
            if (part.get("type") instanceof String type && !fits(node, type, (String) part.get("format"))) {
                faults.add(place + " is no " + type);
            } else if (node.isObject()) {
                members(place, node, part, faults);
            } else if (node.isArray() && part.get("items") instanceof Map<?, ?> items) {
                for (int i = 0; i < node.size(); i++) {
                    check(place + "[" + i + "]", node.get(i), (Map<String, Object>) items, faults);
                }
            }
        });
    }

    private void members(String place, JsonNode node, Map<String, Object> part, List<String> faults) {
        for (String name : (List<String>) part.getOrDefault("required", List.of())) {
            if (node.get(name) == null) {
                faults.add(place + "." + name + " is missing");
            }
        }
        Object others = part.get("additionalProperties");
        for (Map.Entry<String, JsonNode> member : node.entries()) {
            String inner = place + "." + member.getKey();
            Map<String, Object> property = properties(part).get(member.getKey());
            if (property != null) {
                check(inner, member.getValue(), property, faults);
            } else if (Boolean.FALSE.equals(others)) {
                faults.add(inner + " is not allowed");
            } else if (others instanceof Map<?, ?> each) {
                check(inner, member.getValue(), (Map<String, Object>) each, faults);
            }
        }
    }

    private static Map<String, Map<String, Object>> properties(Map<String, Object> part) {
        return (Map<String, Map<String, Object>>) part.getOrDefault("properties", Map.of());
    }

    private static boolean fits(JsonNode node, String type, String format) {
        return switch (type) {
            case "object" -> node.isObject();
            case "array" -> node.isArray();
            case "boolean" -> node.isBoolean();
            case "number" -> node.isNumber();
            case "integer" -> node.isNumber() && node.coerceStringValue().matches("-?\\d+");
            case "string" -> node.isString() && isWritten(node.getStringValue(), format);
            default -> throw new IllegalArgumentException("Not looked at yet: " + type);
        };
    }

    private static boolean isWritten(String text, String format) {
        try {
            return format == null
                    || (format.equals("date") && LocalDate.parse(text) != null)
                    || (format.equals("date-time") && OffsetDateTime.parse(text) != null);
        } catch (DateTimeParseException notSo) {
            return false;
        }
    }
}
