package id.tepati.standalone.demo;

import id.tepati.standalone.demo.city.CityEvent;
import java.util.ArrayList;
import java.util.List;

/** A sender that keeps what was handed in. */
final class RecordingSender implements EventSender {
    private final List<CityEvent> taken = new ArrayList<>();

    @Override
    public void send(List<CityEvent> events) {
        taken.addAll(events);
    }

    List<CityEvent> taken() {
        return taken;
    }
}
