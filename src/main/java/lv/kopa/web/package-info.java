/** HTTP and HTML without any feature: pages, forms and their errors, language and sign-in of the reader, problems for programs. */
@NullMarked
package lv.kopa.web;

import org.jspecify.annotations.NullMarked;
