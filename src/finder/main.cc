// main.cc - signpost: reads the options, asks the server, and says what went wrong in one line.
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <iostream>

#include "base/error.h"
#include "base/password_prompt.h"
#include "finder/find_command_line.h"
#include "finder/kept_session.h"

namespace signpost {
namespace {

const char* locale_of_messages() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return value;
  }
  return nullptr;
}

int run(const FindOptions& options) {
  const HelpServer server(server_origin(options.server), language_of_locale(locale_of_messages()),
                          options.ca_file);
  const std::string dir = session_dir(std::getenv("XDG_STATE_HOME"), std::getenv("HOME"));
  if (const auto* sign_in = std::get_if<SignInCommand>(&options.command)) {
    keep_session(dir, server.origin(),
                 server.sign_in(sign_in->name, ask_password(STDIN_FILENO, PasswordUse::known)));
    return 0;
  }
  if (std::holds_alternative<SignOutCommand>(options.command)) {
    forget_session(dir, server.origin());
    return 0;
  }
  const auto& find = std::get<FindCommand>(options.command);
  const std::string answer = server.find(kept_session(dir, server.origin()), find.words);
  return print_found(answer, server.origin(), find.format, std::cout) > 0 ? 0 : 1;
}

}  // namespace
}  // namespace signpost

int main(int argc, char** argv) {
  int exit_code = 0;
  const auto options = signpost::parse_find_command_line(argc, argv, exit_code);
  if (!options) return exit_code;
  try {
    exit_code = signpost::run(*options);
    std::cout.flush();
    if (!std::cout) throw signpost::Error(signpost::ErrorKind::io, "the output could not be written");
    return exit_code;
  } catch (const std::exception& error) {
    std::cerr << "signpost: " << signpost::message_of(error) << '\n';
    return 2;
  }
}
