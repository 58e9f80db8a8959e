package id.tepati.broker.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Lets a test class take a {@link TestBroker} as a parameter of its constructor, its test methods and its life-cycle
 * methods. All classes of a run share one broker, so take topics and group ids from it.
 *
 * <p>A container is used where a Docker engine answers, else a broker inside the test's JVM; the system property
 * {@code tepati.test.broker} set to {@code container} or {@code embedded} decides otherwise.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(BrokerExtension.class)
public @interface KafkaBroker {}
