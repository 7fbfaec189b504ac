#include "cli/commands.hpp"
#include "cli/console.hpp"

#include <exception>

/// The command line. Exceptions are broken promises; they are caught here, once.
int main(int argc, char** argv)
{
    try {
        return zhengtu::cli::run(argc, argv);
    } catch (std::exception const& broken) {
        return zhengtu::cli::report({.code = zhengtu::ErrorCode::Internal, .detail = broken.what(), .where = "zhengtu",
                                     .cure = "This is a defect of the program; please report it with the command that you ran."});
    }
}
