package lv.kopa.organisation;

import io.micronaut.core.annotation.Introspected;

/** That somebody belongs to an organisation's team. */
@Introspected
public record Membership(long organisationId, String slug, String name, Role role) {}
