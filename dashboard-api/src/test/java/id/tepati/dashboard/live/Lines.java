package id.tepati.dashboard.live;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** Cuts a stream of bytes into lines. */
final class Lines implements Consumer<Optional<byte[]>> {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Consumer<String> taker;

    Lines(Consumer<String> taker) {
        this.taker = taker;
    }

    @Override
    public void accept(Optional<byte[]> bytes) {
        for (byte next : bytes.orElse(new byte[0])) {
            if (next == '\n') {
                taker.accept(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(next);
            }
        }
    }
}
