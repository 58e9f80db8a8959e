/**
 * Measures on this machine.
 *
 * <p>{@link id.tepati.standalone.bench.ThroughputBench}: the pipeline against a {@code Baseline}, the least that a job on the
 * same broker ({@code BrokerProcess}) could do, by a {@code Stopwatch}.
 *
 * <p>{@link id.tepati.standalone.bench.LiveBench}: how long an event takes to the figure and to the page of a server in a
 * {@code ChildJvm}. {@code LiveServer} is that server over HTTP, {@code StreamViewer} one who watches the page,
 * {@code ProbeCases} what they look for, {@code Latencies} how long it took.
 *
 * <p>Both send the {@code EventLoad} of a {@code BenchCity}.
 *
 * <p>{@link id.tepati.standalone.bench.ModelBench}: the read model of a dashboard that reads the {@code ModelRows} of a
 * {@code ModelCity}, which {@code OutputTopics} takes in place of a pipeline. {@code ModelServer} is that dashboard,
 * {@code ModelQuestions} what it is asked, {@code ModelChanges} what comes in meanwhile, {@code SharedDue} how soon many
 * cases with one due are seen to be late.
 *
 * <p>{@link id.tepati.standalone.bench.PeersBench}: Tepati beside two others who compute the {@code DayFigures} of a
 * {@code DayLoad}, each a {@code Peer}: {@code TepatiJob}, {@code PostgresPeer} with its {@code PeerTables} in a
 * {@code PostgresServer}, and {@code WindowsJob}. What is promised on that day is a {@code PlainPromise}, what the two
 * read a {@code PeerEvent}. A {@code JobProcess} is any of the three at work; {@code StreamsPeer} and {@code FigureTopics}
 * look at a job of Kafka Streams from outside.
 */
@NullMarked
package id.tepati.standalone.bench;

import org.jspecify.annotations.NullMarked;
