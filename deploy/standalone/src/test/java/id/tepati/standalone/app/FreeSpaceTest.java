package id.tepati.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is told of the room on a disk. */
class FreeSpaceTest {
    @TempDir
    Path folder;

    @Test
    void aDirectoryThatIsNotThereYetHasTheRoomOfTheOneAround() {
        assertThat(new FreeSpace(folder.resolve("not/there")).whyTooLittle())
                .isEqualTo(new FreeSpace(folder).whyTooLittle());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskWithoutRoomIsNamedWithTheCure() {
        // the file system of processes has none, ever
        assertThat(new FreeSpace(Path.of("/proc/self")).whyTooLittle())
                .hasValueSatisfying(why -> assertThat(why)
                        .startsWith("The disk of /proc/self is full: 0 MB are free, and 100 MB are needed.")
                        .contains("Make room and start again"));
    }
}
