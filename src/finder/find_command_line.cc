// find_command_line.cc - see find_command_line.h.
#include "finder/find_command_line.h"

#include <CLI/CLI.hpp>
#include <map>
#include <vector>

namespace signpost {
namespace {

// What the parser writes into, until a command is chosen.
struct TypedWords {
  std::vector<std::string> words;
  FindCommand find;
  SignInCommand sign_in;
};

std::string with_spaces(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

void add_find(CLI::App& app, TypedWords& typed, FindOptions& options) {
  static const std::map<std::string, FoundFormat> kFormats = {{"text", FoundFormat::text},
                                                              {"markdown", FoundFormat::markdown},
                                                              {"html", FoundFormat::html},
                                                              {"json", FoundFormat::json}};
  CLI::App* find = app.add_subcommand(
      "find", "Articles, sections, steps and saved replies for a customer; a request by its code");
  find->add_option("words", typed.words, "What to look for")->required()->type_name("WORDS");
  find->add_option("--lang", typed.find.words.lang, "The customer's language, which links lead to [yours]")
      ->envname("SIGNPOST_LANG")
      ->type_name("LANG");
  find->add_option("--from", typed.find.words.from,
                   "Code of the request that is answered: its language, and what fills in replies")
      ->type_name("CODE");
  find->add_option("--format", typed.find.format, "text, markdown, html or json [text]")
      ->transform(CLI::CheckedTransformer(kFormats).description(""))
      ->type_name("FORMAT");
  find->final_callback([&typed, &options] {
    typed.find.words.text = with_spaces(typed.words);
    options.command = typed.find;
  });
}

void add_sessions(CLI::App& app, TypedWords& typed, FindOptions& options) {
  CLI::App* sign_in = app.add_subcommand(
      "sign-in", "Begins a session; asks for the password, or reads it from standard input");
  sign_in->add_option("name", typed.sign_in.name, "Name, as on the staff pages")->required();
  sign_in->final_callback([&typed, &options] { options.command = typed.sign_in; });
  app.add_subcommand("sign-out", "Forgets the session, which ends by itself when it is not used")
      ->final_callback([&options] { options.command = SignOutCommand(); });
}

}  // namespace

std::optional<FindOptions> parse_find_command_line(int argc, const char* const* argv, int& exit_code) {
  FindOptions options;
  TypedWords typed;
  CLI::App app("Finds what to give to a customer, as the palette of the staff pages does.", "signpost");
  app.add_option("--server", options.server, "Address of the help centre, https://help.example.com")
      ->envname("SIGNPOST_SERVER")
      ->required()
      ->type_name("URL");
  app.add_option("--ca-file", options.ca_file, "Whom to believe that it is that server [the system's]")
      ->type_name("FILE");
  app.set_version_flag("--version", "signpost " SIGNPOST_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  add_find(app, typed, options);
  add_sessions(app, typed, options);
  app.footer("Exit status: 0; 1 when nothing was found; 2 when it could not be done.");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    exit_code = app.exit(error) == 0 ? 0 : 2;
    return std::nullopt;
  }
  return options;
}

}  // namespace signpost
