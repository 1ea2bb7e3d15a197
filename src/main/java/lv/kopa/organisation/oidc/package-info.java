/** Who somebody is, as a provider of identities says that the installation trusts (OpenID Connect Core 1.0). */
@NullMarked
package lv.kopa.organisation.oidc;

import org.jspecify.annotations.NullMarked;
