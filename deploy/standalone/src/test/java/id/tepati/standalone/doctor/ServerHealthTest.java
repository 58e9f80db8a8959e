package id.tepati.standalone.doctor;

import static id.tepati.standalone.doctor.Finding.Level.OK;
import static id.tepati.standalone.doctor.Finding.Level.PROBLEM;
import static id.tepati.standalone.doctor.Finding.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tepati.client.ServerStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ServerHealthTest {
    @Test
    void aHealthyServerHasNothing() throws Exception {
        assertThat(
                        examine(
                                "{'now':'2026-11-22T05:00:00Z','freshness':0.4,'model':{'deadLetters':0,'unreadable':0},'sources':[]}"))
                .extracting(Finding::level)
                .containsOnly(OK);
    }

    @Test
    void everyTroubleIsToldWithTheNextStep() throws Exception {
        List<Finding> findings = examine("""
                {'now':'2026-11-22T05:00:00Z','freshness':80.5,'model':{'deadLetters':3,'unreadable':2},'sources':[
                 {'unit':'kel-melati','source':'loket-1','silent':true,'lastSeen':'2026-11-22T01:00:00Z','misplaced':0},
                 {'unit':'kel-kenanga','source':'loket-2','silent':null,'misplaced':7}]}""");

        assertThat(findings)
                .extracting(Finding::level, finding -> finding.what().split(":")[0])
                .containsExactly(
                        tuple(PROBLEM, "Figures are 80.5 s old"),
                        tuple(WARNING, "3 records were refused"),
                        tuple(PROBLEM, "2 output records cannot be read"),
                        tuple(WARNING, "loket-1 of kel-melati is silent since 2026-11-22T01"),
                        tuple(WARNING, "loket-2 of kel-kenanga wrote 7 records to another partition than its unit's"));
    }

    @Test
    void figuresThatNobodyKnowsTheAgeOfAreAWarning() throws Exception {
        assertThat(examine("{'now':'2026-11-22T05:00:00Z','freshness':null,'model':{},'sources':[]}"))
                .extracting(Finding::level)
                .contains(WARNING);
    }

    @Test
    void littleMemoryAndLittleDiskAreWarnings() {
        assertThat(MachineHealth.heap(256L << 20).level()).isEqualTo(WARNING);
        assertThat(MachineHealth.heap(512L << 20).level()).isEqualTo(OK);
        assertThat(MachineHealth.space(Path.of("/data"), 100L << 20).what())
                .contains("/data")
                .contains("make room");
        assertThat(ClusterHealth.brokers("kafka1:9092", 1).level()).isEqualTo(WARNING);
        assertThat(ClusterHealth.brokers("kafka1:9092", 3).level()).isEqualTo(OK);
    }

    @Test
    void aHeapThatIsNearlyFullIsAWarning() {
        String others = "# TYPE tepati_heap_used_after_gc_ratio gauge\njvm_threads_live_threads 12.0\n";

        assertThat(ServerHealth.heap(others + "tepati_heap_used_after_gc_ratio 0.849\n"))
                .containsExactly(Finding.ok("85 % of its heap stay in use when garbage is collected."));
        assertThat(ServerHealth.heap(others + "tepati_heap_used_after_gc_ratio 0.85\n"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.level()).isEqualTo(WARNING);
                    assertThat(finding.what()).startsWith("85 % of its heap").contains("TEPATI_JAVA_OPTIONS=-Xmx");
                });
        assertThat(ServerHealth.heap(others)).isEmpty();
    }

    private static List<Finding> examine(String json) throws Exception {
        return ServerHealth.examine(ServerStatus.of(new ObjectMapper().readTree(json.replace('\'', '"')))
                .orElseThrow());
    }
}
