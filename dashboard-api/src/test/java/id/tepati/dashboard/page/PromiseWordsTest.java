package id.tepati.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PromiseWordsTest {
    @Test
    void nameAPromiseByItsClockAndStage() {
        assertThat(PromiseWords.indonesian().nameOf("completion")).isEqualTo("waktu penyelesaian");
        assertThat(PromiseWords.indonesian().nameOf("waiting@poli")).isEqualTo("waktu tunggu (poli)");
        assertThat(PromiseWords.english().nameOf("waiting@poli")).isEqualTo("waiting time (poli)");
    }

    @Test
    void leaveWhatHasNoWordAsItIs() {
        assertThat(PromiseWords.english().nameOf("tak-ada@poli")).isEqualTo("tak-ada (poli)");
    }
}
