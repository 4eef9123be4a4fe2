package vigie.local.demo;

import java.util.List;

/** What is said while the crisis lasts, and by which role. */
record CrisisScript(
        String brand,
        List<String> complaints,
        List<String> complaintsEnglish,
        String hoax,
        String influencer,
        List<Article> articles,
        List<String> defenders,
        List<String> answers) {

    record Article(String title, String text) {}
}
