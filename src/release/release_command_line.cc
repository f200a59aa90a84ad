// release_command_line.cc - the only file of this folder that knows CLI11.
#include "release/release_command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <map>

#include "base/sha256.h"

#ifndef SIGNPOST_VERSION
#define SIGNPOST_VERSION "unknown"
#endif

namespace signpost {
namespace {

constexpr std::array<std::string_view, 4> kCommands = {"diff", "pack", "publish", "urls"};

constexpr char kIndexHelp[] = "Folder of the index";
constexpr char kReadableHelp[] = "Folder of the index, one generation of it, or a pack";

void add_sum(CLI::Option* option) {
  option
      ->check([](const std::string& sum) {
        return is_sha256(sum) ? "" : "a SHA-256 sum has 64 digits 0-9 and a-f";
      })
      ->type_name("SUM");
}

void add_diff(CLI::App& app, DiffOptions& options) {
  static const std::map<std::string, DiffFormat> kFormats = {
      {"text", DiffFormat::text}, {"json", DiffFormat::json}, {"markdown", DiffFormat::markdown}};
  app.description("Shows which documents, addresses and first search results differ between two indexes.");
  app.add_option("old", options.before, "Index before the change: its folder, a generation, or a pack")
      ->required();
  app.add_option("new", options.after, "Index with the change")->required();
  app.add_option("--queries", options.queries,
                 "Golden queries (*.yaml), or recorded ones: one per line, or count, tab, query; or the data "
                 "folder of "
                 "signpost-serve; may be repeated")
      ->type_name("FILE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_option("--format", options.format, "text, json, or markdown for a comment [text]")
      ->transform(CLI::CheckedTransformer(kFormats).description(""))
      ->type_name("FORMAT");
  add_sum(app.add_option(
                 "--sha256", options.sha256,
                 "SHA-256 that a pack must have, as `pack` printed it; may be repeated for the other pack")
              ->expected(1)
              ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll));
  app.add_option("--top", options.top, "Ask this many of the recorded queries, the most frequent ones")
      ->check(CLI::Range(1, 1'000'000'000))
      ->capture_default_str()
      ->type_name("N");
  app.add_option("--depth", options.depth, "Compare this many results of each query")
      ->check(CLI::Range(1, 20))
      ->capture_default_str()
      ->type_name("N");
  app.footer(
      "Exit status: 0; 1 when a golden query fails that passed before; 2 when they could not be compared.");
}

void add_pack(CLI::App& app, PackOptions& options) {
  app.description("Writes the published generation of an index as one file, for `signpost-index publish`.");
  app.add_option("--index", options.index, "Folder of the index, or one generation of it")
      ->capture_default_str();
  app.add_option("-o,--output", options.output, "The file to write, such as help.tar.zst")
      ->required()
      ->type_name("FILE");
  app.add_option("--revision", options.revision,
                 "Version of the articles, such as a commit; `publish` shows it")
      ->type_name("TEXT");
  app.footer("SOURCE_DATE_EPOCH sets the times in the file, which are 1970-01-01 without it.");
}

void add_publish(CLI::App& app, PublishOptions& options) {
  app.description("Verifies a pack and publishes it as the next generation of an index.");
  app.add_option("file", options.file, "File that `signpost-index pack` wrote")->required();
  app.add_option("--index", options.index, kIndexHelp)->capture_default_str();
  add_sum(
      app.add_option("--sha256", options.sha256, "SHA-256 that the file must have, as `pack` printed it"));
  app.add_option("--max-bytes", options.max_bytes, "Refuse a file that unpacks to more")
      ->transform(CLI::AsSizeValue(false).description(""))
      ->check(CLI::Range(uint64_t{1}, uint64_t{1} << 50))  // CLI11 reads -1 as 2^64 - 1
      ->type_name("N[K|M|G]");
  app.add_flag("--force", options.force, "Publish even if more than half of the documents are gone");
  app.footer("Exit status: 0 published, or published already; 2 nothing published.");
}

void add_urls(CLI::App& app, UrlsOptions& options) {
  static const std::map<std::string, UrlFormat> kFormats = {{"text", UrlFormat::text},
                                                            {"json", UrlFormat::json}};
  app.description(
      "Lists every public address: pages, threads, categories, and old addresses with their target.");
  app.add_option("--index", options.index, kReadableHelp)->capture_default_str();
  app.add_option("--format", options.format, "text or json [text]")
      ->transform(CLI::CheckedTransformer(kFormats).description(""))
      ->type_name("FORMAT");
  app.add_flag("--files", options.files, "Images and downloads too");
}

}  // namespace

bool is_release_command(std::string_view word) {
  return std::find(kCommands.begin(), kCommands.end(), word) != kCommands.end();
}

std::optional<ReleaseCommand> parse_release_command(int argc, const char* const* argv, int& exit_code) {
  const std::string word = argv[1];
  CLI::App app("", "signpost-index " + word);
  DiffOptions diff;
  PackOptions pack;
  PublishOptions publish;
  UrlsOptions urls;
  pack.program = "signpost-index " SIGNPOST_VERSION;
  if (word == "diff") add_diff(app, diff);
  if (word == "pack") add_pack(app, pack);
  if (word == "publish") add_publish(app, publish);
  if (word == "urls") add_urls(app, urls);
  try {
    app.parse(argc - 1, argv + 1);
  } catch (const CLI::ParseError& error) {
    exit_code = app.exit(error) == 0 ? 0 : 2;
    return std::nullopt;
  }
  if (word == "diff") return diff;
  if (word == "pack") return pack;
  if (word == "publish") return publish;
  return urls;
}

int run_release_command(const ReleaseCommand& command, std::ostream& out) {
  struct Runner {
    std::ostream& out;
    int operator()(const DiffOptions& options) const { return run_diff(options, out); }
    int operator()(const PackOptions& options) const { return run_pack(options, out); }
    int operator()(const PublishOptions& options) const { return run_publish(options, out); }
    int operator()(const UrlsOptions& options) const { return run_urls(options, out); }
  };
  return std::visit(Runner{out}, command);
}

}  // namespace signpost
