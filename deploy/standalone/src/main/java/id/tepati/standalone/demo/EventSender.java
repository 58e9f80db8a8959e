package id.tepati.standalone.demo;

import id.tepati.standalone.demo.city.CityEvent;
import java.util.List;

/** Sends events of the city. Thread-safe. */
interface EventSender {
    /**
     * Returns when all are stored.
     *
     * @throws DemoException where they are not taken
     */
    void send(List<CityEvent> events);
}
