/**
 * The demo: sends what happens in an invented city to a running server, the past first and then as it happens.
 *
 * <p>{@link id.tepati.standalone.demo.Demo} runs two threads. {@code HistoryFeed} sends the past, held back by a
 * {@code Pacer}; {@code LiveFeed} and {@code HeartbeatFeed} send what happens now, which {@code UpcomingEvents} holds until
 * then. All go through an {@code EventSender}; {@code DayMarks} notes how far they came, and {@code DemoProgress} says so.
 */
@NullMarked
package id.tepati.standalone.demo;

import org.jspecify.annotations.NullMarked;
