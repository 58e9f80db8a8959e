package id.tepati.access.oidc;

import id.tepati.access.rights.Grant;
import id.tepati.access.rights.UserRole;
import id.tepati.contract.text.BadText;
import id.tepati.contract.text.Parsers;
import id.tepati.contract.yaml.Fields;
import id.tepati.contract.yaml.FileProblem;
import id.tepati.contract.yaml.Problems;
import id.tepati.contract.yaml.YamlDocuments;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what an operator wrote about a provider. All mistakes are told at once, each with file, line, place and cure. */
public final class OidcConfigReader {
    private static final List<String> KEYS = List.of(
            "issuer",
            "publicUrl",
            "clientId",
            "clientSecretFile",
            "scopes",
            "name",
            "userClaim",
            "nameClaim",
            "rolesClaim",
            "roles");
    private static final List<String> ROLE_KEYS = List.of("value", "grant");
    private static final String OPENID = "openid";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Path folder;
    private final Problems problems = new Problems();

    private OidcConfigReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a file, and the one with the client's secret that it names.
     *
     * @throws IllegalArgumentException where it cannot be used; the message names every mistake and its cure, and no secret
     */
    public static OidcConfig read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException failed) {
            throw new IllegalArgumentException(
                    file + " cannot be read as UTF-8 text: check its name and its rights.", failed);
        }
        String name = String.valueOf(file.getFileName());
        OidcConfigReader reader = new OidcConfigReader(file.toAbsolutePath().resolveSibling(""));
        Fields fields = YamlDocuments.mapping(name, text, KEYS, reader.problems);
        return Optional.ofNullable(fields)
                .flatMap(reader::config)
                .orElseThrow(() -> new IllegalArgumentException(refusal(file, reader.problems)));
    }

    private static String refusal(Path file, Problems problems) {
        return problems.sorted().stream()
                .map(FileProblem::toString)
                .collect(Collectors.joining("\n", file + " cannot be used:\n", ""));
    }

    private Optional<OidcConfig> config(Fields fields) {
        URI issuer = fields.required("issuer", OidcConfigReader::issuer);
        URI publicUrl = fields.required("publicUrl", OidcConfigReader::webAddress);
        String clientId = fields.required("clientId", Parsers::text);
        ClientSecret secret = fields.optional("clientSecretFile", this::secret);
        List<String> scopes = scopes(fields);
        String name = fields.required("name", Parsers::text);
        OidcConfig.ClaimNames claims = claims(fields);
        List<RoleRule> roles = roles(fields);
        if (problems.count() > 0 || issuer == null || publicUrl == null || clientId == null || name == null) {
            return Optional.empty();
        }
        return Optional.of(new OidcConfig(issuer, publicUrl, clientId, secret, scopes, name, claims, roles));
    }

    /** An issuer is compared letter by letter, so it stays as it was written. */
    private static URI issuer(String text) throws BadText {
        URI issuer = address(text);
        if (!issuer.getScheme().equals("https") && !THIS_MACHINE.contains(issuer.getHost())) {
            throw new BadText("is read by everybody on the way: " + text, "use https, or a provider on this machine");
        }
        return issuer;
    }

    private static URI webAddress(String text) throws BadText {
        URI address = address(text);
        if (!"/".equals(address.getPath()) && !"".equals(address.getPath())) {
            throw new BadText("goes on after the name of the machine: " + text, "end it after the name or the port");
        }
        return URI.create(address.getScheme() + "://" + address.getRawAuthority());
    }

    private static URI address(String text) throws BadText {
        try {
            URI address = URI.create(text);
            String scheme = String.valueOf(address.getScheme());
            boolean plain =
                    address.getQuery() == null && address.getFragment() == null && address.getUserInfo() == null;
            if ((scheme.equals("https") || scheme.equals("http")) && address.getHost() != null && plain) {
                return address;
            }
        } catch (IllegalArgumentException none) {
            throw new BadText("is no address: " + text, "write https://, the name of the machine and the path");
        }
        throw new BadText("is no address of the web: " + text, "write https://, the name of the machine and the path");
    }

    private ClientSecret secret(String name) throws BadText {
        Path file = folder.resolve(Parsers.text(name));
        try {
            String text = Files.readString(file).strip();
            if (!text.isEmpty()) {
                return new ClientSecret(file, text);
            }
        } catch (IOException unreadable) {
            throw new BadText("names a file that cannot be read: " + file, "check its name and its rights");
        }
        throw new BadText("names a file that is empty: " + file, "write the secret into it");
    }

    private static List<String> scopes(Fields fields) {
        if (!fields.has("scopes")) {
            return List.of(OPENID, "profile");
        }
        List<String> scopes = fields.texts("scopes", Parsers::text);
        if (!scopes.contains(OPENID)) {
            fields.report("scopes", "lacks openid", "add openid, without which a provider does not say who signs in");
        }
        return scopes;
    }

    private static OidcConfig.ClaimNames claims(Fields fields) {
        OidcConfig.ClaimNames usual = OidcConfig.ClaimNames.USUAL;
        return new OidcConfig.ClaimNames(
                fields.optional("userClaim", Parsers::text),
                fields.orElse("nameClaim", Parsers::text, usual.name()),
                fields.orElse("rolesClaim", Parsers::text, usual.roles()));
    }

    private static List<RoleRule> roles(Fields fields) {
        List<RoleRule> roles = new ArrayList<>();
        if (fields.requireKey("roles") && fields.isEmptyList("roles")) {
            fields.report("roles", "is empty", "say which group may what, or nobody could sign in");
        }
        for (Fields role : fields.maps("roles", ROLE_KEYS)) {
            String value = role.required("value", Parsers::text);
            Grant grant = role.required("grant", OidcConfigReader::grant);
            if (value != null && grant != null) {
                roles.add(new RoleRule(value, grant));
            }
        }
        return roles;
    }

    private static Grant grant(String text) throws BadText {
        try {
            return Grant.parse(text);
        } catch (IllegalArgumentException none) {
            throw new BadText(
                    "is no role: " + text,
                    "write a role (" + names() + "), and after a colon the id of a unit, for instance"
                            + " unit-head:kel-melati; without a unit it is for everywhere");
        }
    }

    private static String names() {
        return Stream.of(UserRole.values()).map(UserRole::wireName).collect(Collectors.joining(", "));
    }
}
