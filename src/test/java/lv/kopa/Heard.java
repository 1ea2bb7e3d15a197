package lv.kopa;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A page as the browser hands it to screen readers, everything that unfolds being open. */
record Heard(String url, String title, List<Node> nodes) {
    private static final Set<String> PRESSED = Set.of("link", "button", "DisclosureTriangle");
    private static final Set<String> FILLED = Set.of("textbox", "searchbox", "combobox", "checkbox", "radio", "Date");
    private static final Set<String> GROUPS = Set.of("group", "radiogroup", "region", "listitem");
    private static final Set<String> ONCE = Set.of("banner", "main", "contentinfo");
    private static final Set<String> NAMED = Set.of("navigation", "region", "complementary", "search");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2}");

    /** Says where a link or a button leads. */
    private static final String TARGET = """
            function () {
              const value = this.name ? '#' + this.name + '=' + this.value : '';
              return this.tagName === 'A' ? this.href
                : this.tagName === 'BUTTON' && this.form ? this.formAction + value : String(Math.random());
            }""";

    /**
     * @param groups what it stands in, from the outside
     * @param target where it leads, if it is pressed
     */
    record Node(String role, String name, int level, List<String> groups, String target) {}

    static Heard of(Page page) {
        Browser.unfold(page);
        CDPSession reader = page.context().newCDPSession(page);
        JsonArray tree = reader.send("Accessibility.getFullAXTree").getAsJsonArray("nodes");
        Map<String, JsonObject> byId = new HashMap<>();
        tree.forEach(node -> byId.put(text(node.getAsJsonObject(), "nodeId"), node.getAsJsonObject()));
        List<Node> nodes = new ArrayList<>();
        walk(tree.get(0).getAsJsonObject(), List.of(), byId, reader, nodes);
        reader.detach();
        return new Heard(page.url(), page.title(), nodes);
    }

    private static void walk(
            JsonObject node, List<String> groups, Map<String, JsonObject> byId, CDPSession reader, List<Node> into) {
        String role = inner(node, "role");
        List<String> inside = groups;
        if (!node.get("ignored").getAsBoolean()) {
            String name = inner(node, "name").strip();
            into.add(new Node(role, name, level(node), groups, PRESSED.contains(role) ? target(node, reader) : ""));
            if (GROUPS.contains(role) && !name.isEmpty()) {
                inside = new ArrayList<>(groups);
                inside.add(name);
            }
        }
        if (FILLED.contains(role)) {
            return; // what is inside is the browser's own
        }
        for (JsonElement child : node.getAsJsonArray("childIds")) {
            JsonObject next = byId.get(child.getAsString());
            if (next != null) {
                walk(next, inside, byId, reader, into);
            }
        }
    }

    private static String target(JsonObject node, CDPSession reader) {
        JsonObject which = new JsonObject();
        which.add("backendNodeId", node.get("backendDOMNodeId"));
        JsonObject found = reader.send("DOM.resolveNode", which).getAsJsonObject("object");
        JsonObject call = new JsonObject();
        call.add("objectId", found.get("objectId"));
        call.addProperty("functionDeclaration", TARGET);
        return text(reader.send("Runtime.callFunctionOn", call).getAsJsonObject("result"), "value");
    }

    private static int level(JsonObject node) {
        if (node.has("properties")) {
            for (JsonElement property : node.getAsJsonArray("properties")) {
                if (text(property.getAsJsonObject(), "name").equals("level")) {
                    return property.getAsJsonObject()
                            .getAsJsonObject("value")
                            .get("value")
                            .getAsInt();
                }
            }
        }
        return 0;
    }

    private static String inner(JsonObject node, String key) {
        return node.has(key) ? text(node.getAsJsonObject(key), "value") : "";
    }

    private static String text(JsonObject node, String key) {
        return node.has(key) ? node.get(key).getAsString() : "";
    }

    /** What keeps whoever hears it, in whatever order, from knowing where they are and what each thing does. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        headings(wrong);
        pressed(wrong);
        filled(wrong);
        landmarks(wrong);
        return wrong.stream().map(fault -> url + ": " + fault).toList();
    }

    /** They begin with the only one of the first level, which is the title, and leave no level out. */
    private void headings(List<String> wrong) {
        List<Node> headings =
                nodes.stream().filter(node -> node.role().equals("heading")).toList();
        List<String> first = headings.stream()
                .filter(node -> node.level() == 1)
                .map(Node::name)
                .toList();
        if (first.size() != 1 || !(title.equals(first.get(0) + " · Kopa") || isStart())) {
            wrong.add("h1 " + first + " under the title " + title);
        }
        int before = 0;
        for (Node heading : headings) {
            if (heading.level() > before + 1) {
                wrong.add("from level " + before + " to " + heading);
            }
            if (!WORD.matcher(heading.name()).find()) {
                wrong.add("a heading without a word: " + heading);
            }
            before = heading.level();
        }
        twice(headings.stream()
                        .filter(node -> node.level() == 2)
                        .map(Node::name)
                        .toList())
                .forEach(name -> wrong.add("two sections called " + name));
    }

    /** Its title says what Kopa is to whoever finds it in a list of other sites. */
    private boolean isStart() {
        return URI.create(url).getPath().equals("/");
    }

    /** Two of one name do one thing, and a name has words in it. */
    private void pressed(List<String> wrong) {
        Map<String, String> targets = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (PRESSED.contains(node.role())) {
                if (!WORD.matcher(node.name()).find()) {
                    wrong.add("without a word: " + node);
                }
                String known = targets.putIfAbsent(node.role() + " " + node.name(), node.target());
                if (known != null && !known.equals(node.target())) {
                    wrong.add("the same name, another thing: " + node + " and " + known);
                }
            }
        }
    }

    /** What is filled in has a name of its own within its group; so does a picture have one, or none is heard of. */
    private void filled(List<String> wrong) {
        List<String> fields = new ArrayList<>();
        for (Node node : nodes) {
            if (FILLED.contains(node.role())) {
                fields.add(node.role() + " " + node.groups() + " " + node.name());
            }
            if ((FILLED.contains(node.role()) || node.role().equals("image"))
                    && node.name().isEmpty()) {
                wrong.add("nameless: " + node);
            }
        }
        twice(fields).forEach(field -> wrong.add("twice: " + field));
    }

    private void landmarks(List<String> wrong) {
        for (String role : ONCE) {
            long count = nodes.stream().filter(node -> node.role().equals(role)).count();
            if (count != 1) {
                wrong.add(role + ": " + count);
            }
        }
        List<String> named = nodes.stream()
                .filter(node -> NAMED.contains(node.role())
                        || (node.role().equals("form") && !node.name().isEmpty())) // a landmark only by its name
                .map(node -> node.role() + " " + node.name())
                .toList();
        named.stream()
                .filter(landmark -> NAMED.contains(landmark.strip()))
                .forEach(nameless -> wrong.add("nameless landmark: " + nameless));
        twice(named).forEach(landmark -> wrong.add("two landmarks: " + landmark));
    }

    private static List<String> twice(List<String> names) {
        return names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .distinct()
                .toList();
    }
}
