// main.cc - signpost-import: reads the options, runs, and says what went wrong in one line.
#include <exception>
#include <iostream>

#include "base/error.h"
#include "importer/import_command_line.h"
#include "importer/import_run.h"

int main(int argc, char** argv) {
  try {
    int exit_code = signpost::kImportClean;
    const auto command = signpost::parse_import_command_line(argc, argv, exit_code);
    return command ? signpost::run_import(*command, std::cout, std::cerr) : exit_code;
  } catch (const std::exception& error) {
    std::cerr << "signpost-import: error: " << signpost::message_of(error) << '\n';
    return signpost::kImportFailed;
  }
}
