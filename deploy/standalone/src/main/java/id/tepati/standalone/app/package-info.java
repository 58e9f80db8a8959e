/**
 * The roles, one or all of them in a process.
 *
 * <p>{@link id.tepati.standalone.app.Server} starts those of its {@code ServerSettings}, each a {@code RunningRole}:
 * {@code PipelineRole}, {@code DashboardRole}, {@code GatewayRole}. What they have in common is a {@code RoleContext}, what
 * is to be closed a {@code Closer}.
 */
@NullMarked
package id.tepati.standalone.app;

import org.jspecify.annotations.NullMarked;
