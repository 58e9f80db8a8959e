/**
 * What each figure means: {@link id.tepati.dashboard.glossary.Figure} lists them, the bundles beside it have the words, and
 * {@link id.tepati.dashboard.glossary.Glossary} answers for the API, the page and files.
 */
@NullMarked
package id.tepati.dashboard.glossary;

import org.jspecify.annotations.NullMarked;
