/**
 * The one way in which files that people write in YAML are read: every mistake is gathered, none ends the reading, and
 * each names file, line, place, what is wrong and the cure. It knows nothing of what the files are about.
 *
 * <p>{@link id.tepati.contract.yaml.YamlDocuments} makes nodes of a text, {@link id.tepati.contract.yaml.Fields} reads
 * one mapping with known keys by means of {@link id.tepati.contract.text.TextParser}s,
 * {@link id.tepati.contract.yaml.FilePosition} follows where one is, and
 * {@link id.tepati.contract.yaml.Problems} gathers a {@link id.tepati.contract.yaml.FileProblem} for each mistake.
 */
@NullMarked
package id.tepati.contract.yaml;

import org.jspecify.annotations.NullMarked;
