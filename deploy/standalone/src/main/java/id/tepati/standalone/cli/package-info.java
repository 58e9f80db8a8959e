/**
 * The command line: one class a command, {@code TepatiCommand} above them, {@code Exit} with the codes by cause.
 *
 * <p>Commands that start servers ({@code UpCommand}, {@code DemoCommand}, {@code GatewayCommand},
 * {@code PipelineCommand}, {@code DashboardCommand}) share {@code ServerOptions} or {@code RoleOptions} and stay in the
 * foreground as a {@code RunningServer}. Those that ask one ({@code ImportCommand}, {@code CatalogueCommand},
 * {@code StatusCommand}, {@code DoctorCommand}) share {@code UrlOption}.
 * Those that say who may do what ({@code UsersCommand}, {@code TokensCommand}, {@code ProducersCommand},
 * {@code AuditCommand}) speak to Kafka itself by {@code AccessPlace}, so that they need no server, and share
 * {@code ChangeOptions}; {@code AccessValues} reads what is given to them.
 */
@NullMarked
package id.tepati.standalone.cli;

import org.jspecify.annotations.NullMarked;
