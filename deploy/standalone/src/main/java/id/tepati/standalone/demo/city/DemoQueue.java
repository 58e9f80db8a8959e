package id.tepati.standalone.demo.city;

import id.tepati.rules.ServiceId;
import java.util.List;

/**
 * A queue of an office: one lane with its numbers.
 *
 * @param of type of the offices that have it, or the id of one
 * @param lane letter of the lane, with which its numbers begin
 * @param perDay visitors on a usual day of an office of usual size
 * @param booked share of them who booked in the morning
 * @param roundTheClock whether it is open at night, its service days beginning at {@link #ROUND_THE_CLOCK_DAY_START_HOUR}
 * @param stages in the order of a visit
 */
record DemoQueue(
        String of,
        ServiceId service,
        String lane,
        double perDay,
        double booked,
        boolean roundTheClock,
        List<StagePlan> stages) {
    /** Local hour at which a service day of a queue without night begins. */
    static final int ROUND_THE_CLOCK_DAY_START_HOUR = 5;

    private static final List<DemoQueue> ALL = List.of(
            clinic("puskesmas", 40, 0.1, new Rooms(1, 3, 1)),
            clinic("rsud", 110, 0.2, new Rooms(3, 8, 3)),
            new DemoQueue("rsud", new ServiceId("igd"), "G", 70, 0, true, List.of(new StagePlan("main", 5, 25))),
            desk("mpp", "ktp-el", "A", 60, 3),
            desk("mpp", "paspor", "B", 35, 2),
            desk("disdukcapil", "ktp-el", "A", 75, 4),
            desk("disdukcapil", "kk", "B", 50, 3),
            desk("kecamatan", "ktp-el", "A", 13, 1));

    /** Counters of each stage of a visit to a clinic. */
    private record Rooms(int registration, int doctors, int pharmacy) {}

    /** Everything that people queue for at one office. */
    static List<DemoQueue> of(Office office) {
        return ALL.stream()
                .filter(each -> each.of.equals(office.id())
                        || each.of.equals(office.unit().type()))
                .toList();
    }

    private static DemoQueue clinic(String of, double perDay, double booked, Rooms rooms) {
        List<StagePlan> stages = List.of(
                new StagePlan("registrasi", rooms.registration, 2.5),
                new StagePlan("poli", rooms.doctors, 8),
                new StagePlan("farmasi", rooms.pharmacy, 3.5));
        return new DemoQueue(of, new ServiceId("rawat-jalan"), "A", perDay, booked, false, stages);
    }

    private static DemoQueue desk(String of, String service, String lane, double perDay, int counters) {
        List<StagePlan> stages = List.of(new StagePlan("main", counters, 10));
        return new DemoQueue(of, new ServiceId(service), lane, perDay, 0, false, stages);
    }
}
