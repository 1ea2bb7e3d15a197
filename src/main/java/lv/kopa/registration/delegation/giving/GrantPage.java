package lv.kopa.registration.delegation.giving;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.Category;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.delegation.Grant;
import lv.kopa.registration.delegation.Standing;
import lv.kopa.text.Language;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * The form by which an organiser gives a partner places, or changes what it has.
 *
 * @param standing what it has; nothing for a new one
 * @param partners the names of organisations that are known here
 */
public record GrantPage(EventView view, Optional<Standing> standing, List<String> partners, Form form) {
    public Shell shell() {
        return view.shell();
    }

    public String eventPath() {
        return "/organiser/events/" + view.event().slug();
    }

    /** Where it is sent. */
    public String path() {
        String all = eventPath() + "/delegations";
        return standing.map(one -> all + "/" + one.delegation().key()).orElse(all);
    }

    public String back() {
        return standing.isPresent() ? path() : eventPath() + "#delegations";
    }

    /** The ids of all kinds of which there can be places; 0 for none. */
    List<Long> kindIds() {
        return Grant.kinds(view.details(), standing.map(Standing::allotments).orElse(List.of()));
    }

    /** Whether there can be places without a kind. */
    public boolean hasAnyKind() {
        return kindIds().contains(0L);
    }

    public List<Category> kinds() {
        return view.details().categories();
    }

    public String field(Category kind) {
        return Grant.field(view.details(), kind.id());
    }

    /** How many are left for others, beside the name of a kind. */
    public String label(Category kind) {
        return shell().text(
                        "registration.party.kind",
                        shell().text(kind.name()),
                        view.availability(kind).phrase());
    }

    public Map<String, String> languages() {
        Map<String, String> languages = new LinkedHashMap<>();
        Language.spoken().forEach(language -> languages.put(language.tag(), language.ownName()));
        return languages;
    }

    public String title() {
        return shell().text(standing.isPresent() ? "registration.delegation.change" : "registration.delegation.give");
    }
}
