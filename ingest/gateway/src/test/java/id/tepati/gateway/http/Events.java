package id.tepati.gateway.http;

/** Events to be sent, in the shortest form that passes the checks. */
final class Events {
    static final String TIME = "2026-03-02T09:30:00+07:00";

    private Events() {}

    static String submitted(String id) {
        return submitted(id, "kel-melati", TIME);
    }

    static String submitted(String id, String unit, String time) {
        return event(id, "application.submitted", unit, "sk-domisili", "berkas-" + id, time);
    }

    static String complaint(String id, String unit) {
        return event(id, "complaint.received", unit, "pengaduan", "aduan-" + id, TIME);
    }

    static String event(String id, String type, String unit, String service, String caseId, String time) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"urn:loket:uji\",\"type\":\"id.tepati."
                + type
                + ".v1\",\"time\":\"" + time + "\",\"data\":{\"unit\":\"" + unit + "\",\"service\":\"" + service
                + "\",\"case\":\"" + caseId + "\"}}";
    }
}
