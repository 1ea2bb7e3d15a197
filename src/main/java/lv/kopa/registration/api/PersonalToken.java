package lv.kopa.registration.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import lv.kopa.web.Token;

/**
 * The token of a person's own page, where a program brings one: as `Authorization: Bearer`, or as `?token=` where it
 * cannot send headers.
 */
@Schema(hidden = true)
record PersonalToken(Optional<Token> secret) {}
