package lv.kopa.event.api;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.web.api.TypedBodies;
import org.jspecify.annotations.Nullable;

/**
 * Changes what a plan says where a JSON document says something else: RFC 7396, and in lists of things that have an
 * identity each thing likewise, so that a session named by its `id`, or a category or question by its `key`, keeps what is not said.
 */
@Singleton
class PlanPatch {
    private static final Map<String, String> IDENTITIES =
            Map.of("sessions", "id", "categories", "key", "questions", "key", "choices", "key");

    private static final Argument<EventPlan> PLAN = Argument.of(EventPlan.class);

    private final JsonMapper json;
    private final TypedBodies<?> bodies;

    PlanPatch(JsonMapper json, TypedBodies<?> bodies) {
        this.json = json;
        this.bodies = bodies;
    }

    /**
     * @throws lv.kopa.text.InvalidInput if the patch speaks of what no plan has, or the outcome is no plan
     */
    EventPlan apply(JsonNode patch, EventPlan plan) {
        bodies.check(patch, PLAN); // of a misspelt name that is to be null nothing is left once it is merged
        try {
            return bodies.read(merged(json.writeValueToTree(plan), patch), PLAN);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonNode merged(@Nullable JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        Map<String, JsonNode> members = new LinkedHashMap<>();
        if (target != null && target.isObject()) {
            target.entries().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
        }
        for (Map.Entry<String, JsonNode> change : patch.entries()) {
            JsonNode before = members.remove(change.getKey());
            String identity = IDENTITIES.get(change.getKey());
            if (identity != null && before != null && change.getValue().isArray()) {
                members.put(change.getKey(), mergedList(identity, before, change.getValue()));
            } else if (!change.getValue().isNull()) {
                members.put(change.getKey(), merged(before, change.getValue()));
            }
        }
        return JsonNode.createObjectNode(members);
    }

    private static JsonNode mergedList(String identity, JsonNode before, JsonNode patch) {
        List<JsonNode> items = new ArrayList<>();
        for (JsonNode item : patch.values()) {
            items.add(merged(named(item.get(identity), identity, before), item));
        }
        return JsonNode.createArrayNode(items);
    }

    private static @Nullable JsonNode named(@Nullable JsonNode name, String identity, JsonNode list) {
        if (name == null || !name.isValueNode() || name.isNull()) {
            return null;
        }
        for (JsonNode item : list.values()) {
            JsonNode known = item.get(identity);
            if (known != null && known.coerceStringValue().equals(name.coerceStringValue())) {
                return item;
            }
        }
        return null;
    }
}
