// import_run.cc - checks what the options say, lets one of the importers work, and adds up.
#include "importer/import_run.h"

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "base/error.h"
#include "content/ids.h"
#include "content/language.h"
#include "importer/discourse.h"
#include "importer/stack_exchange.h"

namespace signpost {
namespace {

SiteAddress site_of(const ImportCommand& command) {
  const std::string& url = command.options.base_url;
  if (!url.empty()) {
    if (const auto site = SiteAddress::parse(url)) return *site;
    throw Error(ErrorKind::usage, "--base-url must be an address like https://forum.example.com, not " + url);
  }
  if (command.source == ImportSource::stack_exchange) {
    if (const auto site = SiteAddress::from_folder(command.options.dump)) return *site;
  }
  throw Error(ErrorKind::usage,
              "say with --base-url which site the posts come from: every post links to its original");
}

std::string counted(uint64_t count, const std::string& one) {
  return std::to_string(count) + ' ' + one + (count == 1 ? "" : "s");
}

void print_summary(const ImportCounts& counts, const ThreadStore& store, std::ostream& out) {
  const auto line = [&](uint64_t count, const char* one, const char* what) {
    if (count > 0) out << "  " << counted(count, one) << ' ' << what << '\n';
  };
  const ThreadStore::Counts& files = store.counts();
  out << "imported " << counted(counts.questions, "question") << " and " << counted(counts.answers, "answer")
      << " into " << store.folder() << '\n';
  out << "  " << counted(files.written, "file") << " written, " << files.unchanged << " unchanged, "
      << files.removed << " removed\n";
  line(files.left, "file", "left alone, because somebody made it their own");
  line(counts.bad, "record", "left out because of errors");
  line(counts.unasked, "post", "left out by an option, or deleted or hidden at their site");
  line(counts.unattached, "answer", "left out together with the question");
  line(counts.other, "record", "of other kinds");
}

}  // namespace

int run_import(const ImportCommand& command, std::ostream& out, std::ostream& err) {
  const ImportOptions& options = command.options;
  const SiteAddress site = site_of(command);
  if (!canonical_language(options.lang)) {
    throw Error(ErrorKind::usage, "--lang must be a language code like en, ko or ja, not " + options.lang);
  }
  if (!options.category.empty() && !is_valid_id(options.category)) {
    throw Error(ErrorKind::usage, "--category must be the id of a category, not " + options.category);
  }
  const bool dump = command.source == ImportSource::stack_exchange;
  if (dump && !std::filesystem::exists(options.dump + "/Posts.xml")) {
    throw Error(ErrorKind::not_found, "there is no Posts.xml in " + options.dump);
  }
  FindingPrinter findings(err);
  ThreadStore store(options.output + "/community/" + options.lang, site.key(), findings);
  const ImportCounts counts = dump ? import_stack_exchange(options, site, store, findings)
                                   : import_discourse(options, site, store, findings);
  findings.finish();
  if (!counts.any_input) {
    err << "signpost-import: error: there was nothing to import\n";
    return kImportFailed;
  }
  print_summary(counts, store, out);
  return findings.errors() > 0 ? kImportErrors : kImportClean;
}

}  // namespace signpost
