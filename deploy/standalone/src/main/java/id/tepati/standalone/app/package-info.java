/**
 * The roles, one or all of them in a process.
 *
 * <p>{@link id.tepati.standalone.app.Server} starts those of its {@code ServerSettings}, each a {@code RunningRole}:
 * {@code PipelineRole}, {@code DashboardRole}, {@code GatewayRole}. What they have in common is a {@code RoleContext}, what
 * is to be closed a {@code Closer}, which leaves alone what does not end in time.
 *
 * <p>Whether it works is seen by {@code BrokerWatch} (can events be taken) and {@code Standstill} (do figures move), which
 * the probes tell; {@code FreeSpace} ends a server while its disk still has room.
 * {@code HeapGuard} ends a process without memory by its {@code LastWords}: {@code HeapUse} is what Java tells of the heap,
 * {@code HeapWatch} says what to think of it. {@code ServerLog} keeps the log file at a
 * {@code LogLevel}. {@code Listening} is where the API is, {@code KafkaCluster} the cluster
 * and, by a {@code KafkaConfigFile}, how it lets its clients in, which {@code KafkaClients} asks first; a {@code SecretFile}
 * is one that others should not read. {@code InstanceName} names a process among those that share the work. Why a server did not start is a
 * {@code StartException}.
 */
@NullMarked
package id.tepati.standalone.app;

import org.jspecify.annotations.NullMarked;
