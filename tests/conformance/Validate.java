// Runs veraPDF over several files in one process.
//
// Arguments: pairs of a flavour (2a, 3a, ua1) and a file. Prints, for each pair, one line
// « flavour TAB file TAB compliant|failed », then one line « TAB rule TAB message » for
// each kind of failure.

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public final class Validate {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int each = 0; each + 1 < arguments.length; each += 2) {
            report(arguments[each], arguments[each + 1]);
        }
    }

    private static void report(String name, String file) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
        try (InputStream content = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(content, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, 100, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println(name + "\t" + file + "\t" + (result.isCompliant() ? "compliant" : "failed"));
            TreeMap<String, String> failures = new TreeMap<>();
            for (TestAssertion each : result.getTestAssertions()) {
                if (each.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber();
                    failures.putIfAbsent(rule, each.getMessage() + " " + each.getLocation().getContext());
                }
            }
            failures.forEach((rule, message) -> System.out.println("\t" + rule + "\t" + message));
        }
    }
}
