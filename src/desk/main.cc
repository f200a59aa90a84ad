// main.cc - signpost-desk: reads the options, does what they say, and says what went wrong in one line.
#include <unistd.h>

#include <exception>
#include <iostream>

#include "base/dates.h"
#include "base/error.h"
#include "base/password_prompt.h"
#include "desk/desk_command_line.h"

int main(int argc, char** argv) {
  int exit_code = 0;
  const auto options = signpost::parse_desk_command_line(argc, argv, exit_code);
  if (!options) return exit_code;
  try {
    exit_code = signpost::run_desk_command(options->data, options->command, signpost::seconds_of_clock(),
                                           std::cout, [] { return signpost::ask_password(STDIN_FILENO); });
    std::cout.flush();
    if (!std::cout) throw signpost::Error(signpost::ErrorKind::io, "the output could not be written");
    return exit_code;
  } catch (const std::exception& error) {
    std::cerr << "signpost-desk: " << signpost::message_of(error) << '\n';
    return 2;
  }
}
