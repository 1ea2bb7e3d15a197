package lv.kopa.project;

import lv.kopa.text.Refusal;

/** An activity cannot leave the plan while events count for it. */
public final class ActivityInUse extends Refusal {
    private static final long serialVersionUID = 1L;

    ActivityInUse(Activity activity) {
        super("project.activity.in-use", activity.number());
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
