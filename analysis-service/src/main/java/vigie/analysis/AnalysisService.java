package vigie.analysis;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import vigie.analysis.language.LanguageDetector;
import vigie.analysis.language.Languages;
import vigie.analysis.sentiment.SentimentModel;
import vigie.analysis.sentiment.SentimentModels;

/** The process that says what mentions mean and how they spread, and fills the index. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AnalysisService {

    public static void main(String[] args) {
        SpringApplication.run(AnalysisService.class, args);
    }

    @Bean
    SentimentModel sentimentModel() {
        return SentimentModels.bundled();
    }

    @Bean
    LanguageDetector languageDetector() {
        return Languages.bundled();
    }
}
